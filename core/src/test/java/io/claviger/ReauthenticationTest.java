package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.spi.VaultFailure;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S2: a reauthentication goes on as the same identity, or not at all")
class ReauthenticationTest {

    private final Fixture fixture = new Fixture().linked("token", "token", "value");
    private final FakeVault vault = fixture.vault;

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void reauthenticate_withRefusedCredentials_changesNothing() {
        fixture.resolve("token");
        vault.beforeLogin = () -> {
            throw VaultFailure.of(VaultFailure.Kind.CREDENTIALS_REFUSED, "Wrong.");
        };

        assertThatThrownBy(() -> fixture.manager.reauthenticate("team", Fixture.once("robot")))
                .isInstanceOf(UnresolvedException.class);

        fixture.manager.cache().reset();
        assertThat(fixture.resolve("token")).isEqualTo("value");
        assertThat(integration().generation()).isEqualTo(1);
        assertThat(integration().state()).isEqualTo(IntegrationState.CONNECTED);
        assertThat(vault.revocations).hasValue(0);
        assertThat(vault.logins).hasValue(2);
    }

    @Test
    void reauthenticate_asTheSameIdentity_revokesTheFormerSessionAndDropsValues() {
        fixture.resolve("token");
        vault.put("token", "new");

        fixture.manager.reauthenticate("team", Fixture.once("robot"));

        assertThat(vault.revocations).hasValue(1);
        assertThat(vault.closes).hasValue(0);
        assertThat(fixture.resolve("token")).isEqualTo("new");
        assertThat(vault.logins).hasValue(2);
    }

    @Test
    void reauthenticate_asAnotherIdentity_isRefusedAndItsSessionRevoked() {
        fixture.resolve("token");

        assertRefused("mallory");

        assertThat(vault.revocations).hasValue(1);
        assertThat(fixture.resolve("token")).isEqualTo("value");
        fixture.manager.cache().reset();
        assertThat(fixture.resolve("token")).isEqualTo("value");
        assertThat(vault.logins).hasValue(2);
    }

    @Test
    void reauthenticate_asAnotherIdentityAfterTheSessionDied_isRefusedToo() {
        reconnect(Fixture.once("ana"));
        fixture.resolve("token");
        fixture.manager.cache().reset();
        endSessions();
        assertThat(fixture.secrets.attempt("token").reason()).contains(Reason.REAUTHENTICATION_REQUIRED);
        vault.beforeReply = () -> {};

        assertRefused("bob");
        fixture.manager.reauthenticate("team", Fixture.once("ana"));
        assertThat(fixture.resolve("token")).isEqualTo("value");
    }

    @Test
    void reauthenticate_asAnotherIdentityAfterAnEditThatKeepsTheCredentials_isRefusedToo() {
        reconnect(Fixture.once("ana"));
        fixture.resolve("token");

        fixture.manager.edit("team", Settings.of("note", "hello"));

        assertThat(fixture.secrets.attempt("token").reason()).contains(Reason.REAUTHENTICATION_REQUIRED);
        assertRefused("bob");
        fixture.manager.edit("team", Settings.of("note", "hello again"));
        assertRefused("bob");
        fixture.manager.reauthenticate("team", Fixture.once("ana"));
        assertThat(fixture.resolve("token")).isEqualTo("value");
    }

    @Test
    void reauthenticate_afterAnEditWithNewCredentials_goesOnAsTheNewIdentity() {
        fixture.resolve("token");

        fixture.manager.edit("team", Settings.of("address", "https://elsewhere.example"), Fixture.renewing("other"));

        assertThat(fixture.resolve("token")).isEqualTo("value");
        assertRefused("robot");
        fixture.manager.reauthenticate("team", Fixture.once("other"));
    }

    @Test
    void reauthenticate_beforeAnyLogin_takesWhoeverItIs() {
        fixture.manager.reauthenticate("team", Fixture.once("anybody"));

        assertThat(vault.logins).hasValue(1);
        assertRefused("robot");
    }

    @Test
    void reauthenticate_afterADisconnect_isRefusedAndContactsNothing() {
        fixture.manager.disconnect("team");

        assertThatThrownBy(() -> fixture.manager.reauthenticate("team", Fixture.once("robot")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("is disconnected");
        assertThat(vault.logins).hasValue(0);
    }

    @Test
    void reauthenticate_whileTheIntegrationIsDisconnected_leavesNoSessionBehind() {
        vault.beforeLogin = () -> fixture.manager.disconnect("team");

        assertThatThrownBy(() -> fixture.manager.reauthenticate("team", Fixture.once("robot")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("changed by somebody else");

        assertThat(vault.logins).hasValue(1);
        assertThat(vault.revocations).hasValue(1);
        assertThat(vault.closes).hasValue(1);
    }

    private void assertRefused(String who) {
        assertThatThrownBy(() -> fixture.manager.reauthenticate("team", Fixture.once(who)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("another identity")
                .hasMessageNotContaining(who);
    }

    private void reconnect(CredentialSource source) {
        fixture.manager.disconnect("team");
        fixture.manager.connect("team", "fake", Settings.empty(), source);
    }

    private void endSessions() {
        vault.beforeReply = () -> {
            throw VaultFailure.of(VaultFailure.Kind.SESSION_ENDED, "Expired.");
        };
    }

    private VaultIntegration integration() {
        return fixture.manager.integration("team").orElseThrow();
    }
}
