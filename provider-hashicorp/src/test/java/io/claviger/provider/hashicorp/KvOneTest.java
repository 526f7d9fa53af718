package io.claviger.provider.hashicorp;

import static io.claviger.provider.hashicorp.Vaults.at;
import static io.claviger.provider.hashicorp.Vaults.call;
import static io.claviger.provider.hashicorp.Vaults.failure;
import static io.claviger.provider.hashicorp.Vaults.read;
import static io.claviger.provider.hashicorp.Vaults.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.SecretSnapshot;
import io.claviger.spi.Session;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import io.claviger.testservers.OpenBao;
import io.claviger.testservers.OpenBaoExtension;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("server")
@ExtendWith(OpenBaoExtension.class)
class KvOneTest {

    private OpenBao server;
    private String mount;
    private Session session;

    @BeforeEach
    void mount(OpenBao shared) {
        server = shared;
        mount = Vaults.mount(server, 1);
        session = Vaults.root(server);
    }

    @Test
    void read_severalFields_givesAllWithoutVersionOrEnd() {
        server.write(mount + "/app/db", "{\"user\":\"u\",\"password\":\"p\"}");
        SecretSnapshot snapshot = read(session, mount + "/app/db");
        assertThat(text(snapshot, "user")).isEqualTo("u");
        assertThat(text(snapshot, "password")).isEqualTo("p");
        assertThat(snapshot.version()).isEmpty();
        assertThat(snapshot.lifetime()).isEmpty();
    }

    @Test
    void read_numbers_keepsEveryDigit() {
        server.write(mount + "/n", "{\"long\":12345678901234567890,\"money\":1.50,\"one\":1.0,\"big\":1e3}");
        SecretSnapshot snapshot = read(session, mount + "/n");
        assertThat(text(snapshot, "long")).isEqualTo("12345678901234567890");
        assertThat(text(snapshot, "money")).isEqualTo("1.50");
        assertThat(text(snapshot, "one")).isEqualTo("1.0");
        assertThat(text(snapshot, "big")).isEqualTo("1e3");
    }

    @Test
    void read_ownTtlOrLease_limitsTheLife() {
        server.write(mount + "/t", "{\"ttl\":\"2m\",\"k\":\"v\"}");
        server.write(mount + "/l", "{\"lease\":\"90s\",\"k\":\"v\"}");
        assertThat(read(session, mount + "/t").lifetime()).hasValue(Duration.ofMinutes(2));
        assertThat(read(session, mount + "/l").lifetime()).hasValue(Duration.ofSeconds(90));
    }

    @Test
    void read_version_isMisconfiguredRatherThanTheCurrentValue() {
        server.write(mount + "/a", "{\"k\":\"v\"}");
        VaultFailure failure = failure(() -> session.read(at(mount + "/a", 1), call()));
        assertThat(failure.kind()).isEqualTo(Kind.MISCONFIGURED);
        assertThat(failure.detail()).contains("keeps no versions");
    }

    @Test
    void read_missingPathOrFolder_isNotFound() {
        server.write(mount + "/folder/a", "{\"k\":\"v\"}");
        assertThat(failure(() -> read(session, mount + "/none")).kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure(() -> read(session, mount + "/folder")).kind()).isEqualTo(Kind.NOT_FOUND);
    }
}
