package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.spi.VaultFailure;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.NetworkedVault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S2: credentials given once are kept as long as they were certainly not sent")
class CredentialKeptTest {

    private static final SecretReference SECRET = SecretReference.of("net", "secret");

    private final NetworkedVault network = new NetworkedVault();
    private volatile EndpointPolicy policy = EndpointPolicy.open();
    private final Fixture fixture = new Fixture(new FakeVault(), builder -> builder.provider(network)
                    .endpointPolicy(endpoint -> policy.decide(endpoint)))
            .linked("token", "token", "value");
    private final IntegrationManager manager = fixture.manager;

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void credentials_whoseLoginTheEndpointPolicyRefused_areUsedOnceItPermits() {
        manager.connect("net", "networked", Settings.of("address", "https://8.8.8.8"), Fixture.once("ana"));
        policy = endpoint -> EndpointDecision.refused("any address");
        for (int i = 0; i < 2; i++) {
            assertThat(fixture.secrets.attempt(SECRET).reason()).contains(Reason.MISCONFIGURED);
        }
        assertThat(network.sent).isEmpty();

        policy = EndpointPolicy.open();

        assertThat(fixture.secrets.resolve(SECRET).revealText()).isEqualTo("value");
        assertThat(network.sent).containsExactly("login", "read");
    }

    @Test
    void credentials_ofAReauthenticationThatWasNeverSent_canBeTriedAgain() {
        manager.connect("net", "networked", Settings.of("address", "https://8.8.8.8"), Fixture.renewing("robot"));
        CredentialSource once = Fixture.once("ana");
        policy = endpoint -> EndpointDecision.refused("any address");
        assertThatThrownBy(() -> manager.reauthenticate("net", once)).isInstanceOf(UnresolvedException.class);
        policy = EndpointPolicy.open();

        manager.reauthenticate("net", once);

        assertThat(network.sent).containsExactly("login");
        assertThatThrownBy(() -> manager.reauthenticate("net", once)).isInstanceOf(UnresolvedException.class);
    }

    @Test
    void credentials_thatWereNeverSent_outliveAnEdit() {
        manager.connect("net", "networked", Settings.of("address", "https://8.8.8.8"), Fixture.once("ana"));
        policy = endpoint -> EndpointDecision.refused("any address");
        fixture.secrets.attempt(SECRET);
        policy = EndpointPolicy.open();

        manager.edit("net", Settings.of("address", "https://8.8.8.8").with("note", "x"));

        assertThat(fixture.secrets.resolve(SECRET).revealText()).isEqualTo("value");
    }

    @Test
    void credentials_thatTheVaultHasSeen_areDropped() {
        VaultFailure unsuitable = VaultFailure.of(VaultFailure.Kind.MISCONFIGURED, "Said by the vault.");
        VaultFailure refused = VaultFailure.of(VaultFailure.Kind.CREDENTIALS_REFUSED, "Said by the vault.");
        for (VaultFailure failure : new VaultFailure[] {unsuitable, refused.nothingCreated()}) {
            manager.disconnect("team");
            manager.connect("team", "fake", Settings.empty(), Fixture.once("ana"));
            fixture.vault.beforeLogin = () -> {
                throw failure;
            };
            fixture.secrets.attempt("token");
            fixture.vault.beforeLogin = () -> {};
            int before = fixture.vault.logins.get();

            assertThat(fixture.secrets.attempt("token").reason()).contains(Reason.REAUTHENTICATION_REQUIRED);
            assertThat(fixture.vault.logins).hasValue(before);
        }
    }
}
