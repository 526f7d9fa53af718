package io.claviger.provider.hashicorp;

import static io.claviger.provider.hashicorp.Vaults.failure;
import static io.claviger.provider.hashicorp.Vaults.mount;
import static io.claviger.provider.hashicorp.Vaults.read;
import static io.claviger.provider.hashicorp.Vaults.session;
import static io.claviger.provider.hashicorp.Vaults.text;
import static io.claviger.provider.hashicorp.Vaults.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.spi.Session;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import io.claviger.testservers.OpenBao;
import io.claviger.testservers.OpenBaoExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("server")
@ExtendWith(OpenBaoExtension.class)
class MountsTest {

    private static final String SECRET_ONE = "{\"k\":\"v\"}";
    private static final String SECRET_TWO = "{\"data\":{\"k\":\"v\"}}";

    @Test
    void read_mountWithSlashes_isDetected(OpenBao server) {
        String team = unique("team");
        server.mountKeyValue(team + "/a/kv2", 2);
        server.mountKeyValue(team + "/b", 1);
        server.write(team + "/a/kv2/data/x/y", SECRET_TWO);
        server.write(team + "/b/x/y", SECRET_ONE);
        Session session = Vaults.root(server);
        assertThat(text(read(session, team + "/a/kv2/x/y"), "k")).isEqualTo("v");
        assertThat(text(read(session, team + "/b/x/y"), "k")).isEqualTo("v");
    }

    @Test
    void read_mountWithoutOptions_isVersionOne(OpenBao server) {
        String mount = unique("plain");
        server.write("sys/mounts/" + mount, "{\"type\":\"kv\"}");
        server.write(mount + "/a", SECRET_ONE);
        assertThat(text(read(Vaults.root(server), mount + "/a"), "k")).isEqualTo("v");
    }

    @Test
    void read_mountReplacedByTheOtherVersion_isDetectedAnewAfterOneMiss(OpenBao server) {
        String mount = mount(server, 1);
        server.write(mount + "/a", SECRET_ONE);
        Session session = Vaults.root(server);
        read(session, mount + "/a");
        server.delete("sys/mounts/" + mount);
        server.mountKeyValue(mount, 2);
        server.write(mount + "/data/a", SECRET_TWO);
        assertThat(failure(() -> read(session, mount + "/a")).kind()).isEqualTo(Kind.MISCONFIGURED);
        assertThat(text(read(session, mount + "/a"), "k")).isEqualTo("v");
    }

    @Test
    void read_mountAlone_asksForAPath(OpenBao server) {
        String team = unique("team");
        server.mountKeyValue(team + "/kv", 2);
        VaultFailure failure = failure(() -> read(Vaults.root(server), team + "/kv"));
        assertThat(failure.kind()).isEqualTo(Kind.MISCONFIGURED);
        assertThat(failure.detail()).contains("no secret in it");
    }

    @Test
    void read_engineOfAnotherKind_isNotSupportedYet(OpenBao server) {
        String mount = unique("transit");
        server.write("sys/mounts/" + mount, "{\"type\":\"transit\"}");
        VaultFailure failure = failure(() -> read(Vaults.root(server), mount + "/keys/a"));
        assertThat(failure.kind()).isEqualTo(Kind.MISCONFIGURED);
        assertThat(failure.detail()).contains("not supported yet");
    }

    @Test
    void read_noSuchMount_isDenied(OpenBao server) {
        VaultFailure failure = failure(() -> read(Vaults.root(server), unique("none") + "/a"));
        assertThat(failure.kind()).isEqualTo(Kind.DENIED);
        assertThat(failure.detail()).contains("or there is none");
    }
}
