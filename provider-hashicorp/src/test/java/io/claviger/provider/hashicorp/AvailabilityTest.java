package io.claviger.provider.hashicorp;

import static io.claviger.provider.hashicorp.Vaults.call;
import static io.claviger.provider.hashicorp.Vaults.failure;
import static io.claviger.provider.hashicorp.Vaults.read;
import static io.claviger.provider.hashicorp.Vaults.text;
import static io.claviger.provider.hashicorp.Vaults.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.spi.Session;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import io.claviger.testservers.OpenBao;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("server")
class AvailabilityTest {

    private static final String SECRET = "{\"data\":{\"k\":\"v\"}}";

    @Test
    void read_sealedAndUnsealed_isUnavailableAndThenServed() {
        try (OpenBao server = OpenBao.start()) {
            server.write("secret/data/a", SECRET);
            Session session = Vaults.root(server);
            read(session, "secret/a");
            server.seal();
            assertThat(failure(() -> read(session, "secret/a")).kind()).isEqualTo(Kind.UNAVAILABLE);
            assertThat(failure(() -> read(session, "secret/a")).detail()).contains("sealed");
            assertThat(failure(() -> Vaults.root(server)).detail()).contains("sealed");
            assertThat(failure(() -> Vaults.open(server.address())
                                    .authenticate(HashicorpCredentials.appRole("r", "s"), call()))
                            .kind())
                    .isEqualTo(Kind.UNAVAILABLE);
            server.unseal();
            assertThat(text(read(session, "secret/a"), "k")).isEqualTo("v");
        }
    }

    @Test
    void read_serverStopped_isUnavailable() {
        OpenBao server = OpenBao.start();
        Session session = Vaults.root(server);
        server.close();
        VaultFailure failure = failure(() -> read(session, "secret/a"));
        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure.detail()).contains("whether the server runs");
        assertThat(failure.createdNothing()).isTrue();
        assertThat(failure).hasNoCause();
    }

    @Test
    void read_overTheLimitOfRequests_isThrottledWithTheTimeToWait() {
        try (OpenBao server = OpenBao.start()) {
            server.write("secret/data/a", SECRET);
            Session session = Vaults.root(server);
            read(session, "secret/a");
            server.write(
                    "sys/quotas/rate-limit/" + unique("limit"),
                    "{\"path\":\"secret/\",\"rate\":1,\"interval\":\"60s\"}");
            VaultFailure without = failure(() -> readTwice(session));
            assertThat(without.kind()).isEqualTo(Kind.THROTTLED);
            assertThat(without.retryAfter()).isEmpty();
            server.write("sys/quotas/config", "{\"enable_rate_limit_response_headers\":true}");
            assertThat(failure(() -> readTwice(session)).retryAfter()).hasValueSatisfying(wait -> assertThat(wait)
                    .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(60)));
        }
    }

    private static void readTwice(Session session) {
        read(session, "secret/a");
        read(session, "secret/a");
    }

    @Test
    void read_overTlsWithItsAuthority_isServed() {
        try (OpenBao server = OpenBao.startTls()) {
            server.write("secret/data/a", SECRET);
            Session session =
                    Vaults.root(server, "ca-file", server.caFile().orElseThrow().toString());
            assertThat(text(read(session, "secret/a"), "k")).isEqualTo("v");
        }
    }

    @Test
    void authenticate_overTlsOfUnknownAuthority_isRefusedAndNamesTheSetting() {
        try (OpenBao server = OpenBao.startTls()) {
            VaultFailure failure = failure(() -> Vaults.root(server));
            assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
            assertThat(failure.detail()).contains("ca-file");
        }
    }

    @Test
    void authenticate_plainHttpToTlsServer_saysWhatToWrite() {
        try (OpenBao server = OpenBao.startTls()) {
            VaultFailure failure = failure(() -> Vaults.open(
                            URI.create("http://127.0.0.1:" + server.address().getPort()))
                    .authenticate(HashicorpCredentials.token("any"), call()));
            assertThat(failure.kind()).isEqualTo(Kind.MISCONFIGURED);
            assertThat(failure.detail()).contains("https://");
        }
    }
}
