package io.claviger.provider.hashicorp;

import static io.claviger.provider.hashicorp.Vaults.call;
import static io.claviger.provider.hashicorp.Vaults.createToken;
import static io.claviger.provider.hashicorp.Vaults.failure;
import static io.claviger.provider.hashicorp.Vaults.read;
import static io.claviger.provider.hashicorp.Vaults.session;
import static io.claviger.provider.hashicorp.Vaults.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.spi.Session;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import io.claviger.testservers.AdminClient;
import io.claviger.testservers.OpenBao;
import io.claviger.testservers.OpenBaoExtension;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("server")
@ExtendWith(OpenBaoExtension.class)
class NamespaceTest {

    private OpenBao server;
    private String namespace;
    private AdminClient admin;

    @BeforeEach
    void namespace(OpenBao shared) {
        server = shared;
        namespace = Vaults.unique("team");
        server.write("sys/namespaces/" + namespace, "{}");
        admin = server.namespace(namespace);
        fill(admin, "inside");
    }

    private static void fill(AdminClient admin, String value) {
        admin.mountKeyValue("kv", 2);
        admin.call("POST", "kv/data/a", "{\"data\":{\"k\":\"" + value + "\"}}");
    }

    @Test
    void read_inNamespace_findsItsSecret() {
        Session session = Vaults.root(server, "namespace", namespace);
        assertThat(text(read(session, "kv/a"), "k")).isEqualTo("inside");
    }

    @Test
    void read_namespaceWithSlashesAround_isTheSame() {
        Session session = Vaults.root(server, "namespace", "/" + namespace + "/");
        assertThat(text(read(session, "kv/a"), "k")).isEqualTo("inside");
    }

    @Test
    void read_namespaceInNamespace_findsItsSecret() {
        admin.call("POST", "sys/namespaces/child", "{}");
        fill(server.namespace(namespace + "/child"), "deeper");
        Session session = Vaults.root(server, "namespace", namespace + "/child");
        assertThat(text(read(session, "kv/a"), "k")).isEqualTo("deeper");
    }

    @Test
    void read_namespaceNamedRoot_isTheRoot() {
        String mount = Vaults.mount(server, 2);
        server.write(mount + "/data/a", "{\"data\":{\"k\":\"v\"}}");
        assertThat(text(read(Vaults.root(server, "namespace", "root"), mount + "/a"), "k"))
                .isEqualTo("v");
    }

    @Test
    void authenticate_unknownNamespace_isMisconfigured() {
        VaultFailure failure = failure(() -> Vaults.root(server, "namespace", namespace.toUpperCase(Locale.ROOT)));
        assertThat(failure.kind()).isEqualTo(Kind.MISCONFIGURED);
        assertThat(failure.detail()).contains("no such namespace");
    }

    @Test
    void authenticate_appRoleInUnknownNamespace_isMisconfigured() {
        VaultFailure failure = failure(() -> Vaults.open(server.address(), "namespace", "none")
                .authenticate(HashicorpCredentials.appRole("r", "s"), call()));
        assertThat(failure.kind()).isEqualTo(Kind.MISCONFIGURED);
    }

    @Test
    void read_tokenOfTheRootInNamespace_isDenied() {
        Session session = session(server, createToken(server, "\"policies\":[\"default\"]"), "namespace", namespace);
        assertThat(failure(() -> read(session, "kv/a")).kind()).isEqualTo(Kind.DENIED);
    }
}
