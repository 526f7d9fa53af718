package io.claviger.provider.hashicorp;

import static io.claviger.provider.hashicorp.Vaults.call;
import static io.claviger.provider.hashicorp.Vaults.createToken;
import static io.claviger.provider.hashicorp.Vaults.failure;
import static io.claviger.provider.hashicorp.Vaults.policy;
import static io.claviger.provider.hashicorp.Vaults.session;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.CredentialSource;
import io.claviger.IntegrationManager;
import io.claviger.SecretReference;
import io.claviger.Settings;
import io.claviger.spi.Session;
import io.claviger.spi.VaultFailure;
import io.claviger.testservers.OpenBao;
import io.claviger.testservers.OpenBaoExtension;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("server")
@ExtendWith(OpenBaoExtension.class)
@DisplayName("S5: a token is renewed while the server renews it")
class TokenRenewalTest {

    @Test
    void renew_tokenWithTtl_lastsItsTtlAgain(OpenBao server) {
        Session session = session(server, createToken(server, "\"policies\":[\"default\"],\"ttl\":\"10m\""));

        assertThat(session.renewable()).isTrue();
        assertThat(session.renew(call())).contains(Duration.ofMinutes(10));
    }

    @Test
    void renew_periodicToken_lastsItsPeriod(OpenBao server) {
        Session session = session(server, createToken(server, "\"policies\":[\"default\"],\"period\":\"5m\""));

        assertThat(session.renew(call())).contains(Duration.ofMinutes(5));
    }

    @Test
    void renew_nearTheLongestLife_givesWhatIsLeft(OpenBao server) {
        Session session = session(
                server, createToken(server, "\"policies\":[\"default\"],\"ttl\":\"1h\",\"explicit_max_ttl\":\"2m\""));

        assertThat(session.renew(call()))
                .hasValueSatisfying(left -> assertThat(left).isLessThanOrEqualTo(Duration.ofMinutes(2)));
    }

    @Test
    void renewable_tokenThatIsNot_isSaidSo(OpenBao server) {
        Session session =
                session(server, createToken(server, "\"policies\":[\"default\"],\"ttl\":\"10m\",\"renewable\":false"));

        assertThat(session.renewable()).isFalse();
        assertThat(session.renew(call())).isEmpty();
    }

    @Test
    void renewable_rootAndBatchTokens_areNot(OpenBao server) {
        String batch = createToken(server, "\"policies\":[\"default\"],\"type\":\"batch\",\"ttl\":\"1h\"");

        assertThat(Vaults.root(server).renewable()).isFalse();
        assertThat(session(server, batch).renewable()).isFalse();
        assertThat(session(server, batch).renew(call())).isEmpty();
    }

    @Test
    void renew_tokenThatMayNotRenewItself_isNotRenewed(OpenBao server) {
        String lookUpOnly = policy(server, "auth/token/lookup-self", "read");
        Session session = session(
                server,
                createToken(
                        server, "\"policies\":[\"" + lookUpOnly + "\"],\"no_default_policy\":true,\"ttl\":\"10m\""));

        assertThat(session.renewable()).isTrue();
        assertThat(session.renew(call())).isEmpty();
    }

    @Test
    void renew_revokedToken_endsTheSession(OpenBao server) {
        String token = createToken(server, "\"policies\":[\"default\"],\"ttl\":\"10m\"");
        Session session = session(server, token);
        server.write("auth/token/revoke", "{\"token\":\"" + token + "\"}");

        assertThat(failure(() -> session.renew(call())).kind()).isEqualTo(VaultFailure.Kind.SESSION_ENDED);
    }

    @Test
    @DisplayName("a token given once outlives its period, by the server's own clock")
    void session_ofATokenGivenOnce_outlivesItsPeriod(OpenBao server) {
        String mount = Vaults.mount(server, 2);
        server.write(mount + "/data/app", "{\"data\":{\"k\":\"v\"}}");
        String reader = policy(server, mount + "/*", "read");
        String token = createToken(server, "\"policies\":[\"" + reader + "\",\"default\"],\"period\":\"3s\"");
        try (IntegrationManager vaults = IntegrationManager.builder().build()) {
            vaults.connect(
                    "team",
                    "hashicorp",
                    Settings.of("address", server.address().toString()),
                    CredentialSource.once(HashicorpCredentials.token(token)));
            SecretReference reference = SecretReference.of("team", mount, "app").withField("k");
            long begin = System.nanoTime();
            do {
                assertThat(vaults.resolver().resolve(reference).revealText()).isEqualTo("v");
                vaults.cache().reset();
            } while (System.nanoTime() - begin < Duration.ofSeconds(5).toNanos());
        }
    }
}
