package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.spi.VaultFailure;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S2, S3, S4: sessions are renewed from their source, and refused credentials are not tried again")
class SessionTest {

    private final Fixture fixture = new Fixture().linked("token", "token", "value");
    private final FakeVault vault = fixture.vault;

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void session_expiredWithRenewingSource_isReplacedByALogin() {
        vault.sessionLifetime = Optional.of(Duration.ofMinutes(15));
        fixture.resolve("token");
        fixture.time.advance(Duration.ofMinutes(61));

        assertThat(fixture.resolve("token")).isEqualTo("value");
        assertThat(vault.logins).hasValue(2);
    }

    @Test
    void session_expiredWithCredentialsGivenOnce_asksForReauthentication() {
        fixture.manager.disconnect("team");
        fixture.manager.connect("team", "fake", Settings.empty(), Fixture.once("ana"));
        vault.sessionLifetime = Optional.of(Duration.ofMinutes(15));
        fixture.resolve("token");
        fixture.time.advance(Duration.ofMinutes(61));

        assertThat(fixture.secrets.attempt("token").reason()).contains(Reason.REAUTHENTICATION_REQUIRED);
        assertThat(fixture.manager.integration("team").orElseThrow().state())
                .isEqualTo(IntegrationState.REAUTHENTICATION_REQUIRED);

        fixture.manager.reauthenticate("team", Fixture.once("ana"));
        assertThat(fixture.resolve("token")).isEqualTo("value");
        assertThat(fixture.manager.integration("team").orElseThrow().state()).isEqualTo(IntegrationState.CONNECTED);
    }

    @Test
    void session_endedByTheVault_isReplacedOnceAndTheReadRepeated() {
        fixture.resolve("token");
        fixture.manager.cache().reset();
        vault.beforeReply = () -> {
            vault.beforeReply = () -> {};
            throw VaultFailure.of(VaultFailure.Kind.SESSION_ENDED, "Expired.");
        };

        assertThat(fixture.resolve("token")).isEqualTo("value");
        assertThat(vault.logins).hasValue(2);
    }

    @Test
    void session_neverAccepted_costsTwoLoginsAndThenNone() {
        vault.beforeReply = () -> {
            throw VaultFailure.of(VaultFailure.Kind.SESSION_ENDED, "Expired.");
        };

        for (int i = 0; i < 20; i++) {
            assertThat(fixture.secrets.attempt("token").reason()).contains(Reason.REAUTHENTICATION_REQUIRED);
        }
        assertThat(vault.logins).hasValue(2);
    }

    @Test
    void denial_always_costsNoLogin() {
        fixture.resolve("token");
        fixture.manager.cache().reset();
        vault.beforeReply = () -> {
            throw VaultFailure.of(VaultFailure.Kind.DENIED, "No.");
        };

        assertThat(fixture.secrets.attempt("token").reason()).contains(Reason.DENIED);
        assertThat(vault.logins).hasValue(1);
    }

    @Test
    void refusedCredentials_ofARenewingSource_restThirtySecondsThenTwice() {
        vault.beforeLogin = () -> {
            throw VaultFailure.of(VaultFailure.Kind.CREDENTIALS_REFUSED, "Wrong.");
        };
        attemptTwenty();
        assertThat(vault.logins).hasValue(1);

        fixture.time.advance(Duration.ofSeconds(29));
        attemptTwenty();
        assertThat(vault.logins).hasValue(1);

        fixture.time.advance(Duration.ofSeconds(1));
        attemptTwenty();
        assertThat(vault.logins).hasValue(2);

        fixture.time.advance(Duration.ofSeconds(59));
        attemptTwenty();
        assertThat(vault.logins).hasValue(2);

        fixture.time.advance(Duration.ofSeconds(1));
        vault.beforeLogin = () -> {};
        assertThat(fixture.resolve("token")).isEqualTo("value");
    }

    @Test
    void refusedCredentials_forHours_areTriedEveryFifteenMinutesAtLeast() {
        vault.beforeLogin = () -> {
            throw VaultFailure.of(VaultFailure.Kind.CREDENTIALS_REFUSED, "Wrong.");
        };
        for (int minute = 0; minute < 300; minute++) {
            fixture.secrets.attempt("token");
            fixture.time.advance(Duration.ofMinutes(1));
        }
        assertThat(vault.logins.get()).isBetween(20, 26);
    }

    @Test
    void credentialsGivenOnce_whenTheVaultDoesNotAnswer_areKeptForTheNextLogin() {
        fixture.manager.disconnect("team");
        fixture.manager.connect("team", "fake", Settings.empty(), Fixture.once("ana"));
        vault.beforeLogin = () -> {
            throw VaultFailure.of(VaultFailure.Kind.UNAVAILABLE, "It is down.");
        };
        assertThat(fixture.secrets.attempt("token").reason()).contains(Reason.UNREACHABLE);
        vault.beforeLogin = () -> {};

        assertThat(fixture.resolve("token")).isEqualTo("value");
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
        assertThat(fixture.manager.integration("team").orElseThrow().generation())
                .isEqualTo(1);
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

        assertThatThrownBy(() -> fixture.manager.reauthenticate("team", Fixture.once("mallory")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("another identity")
                .hasMessageNotContaining("mallory");

        assertThat(vault.revocations).hasValue(1);
        assertThat(fixture.resolve("token")).isEqualTo("value");
        fixture.manager.cache().reset();
        assertThat(fixture.resolve("token")).isEqualTo("value");
        assertThat(vault.logins).hasValue(2);
    }

    @Test
    void reauthenticate_asAnotherIdentityAfterTheSessionDied_isRefusedToo() {
        fixture.manager.disconnect("team");
        fixture.manager.connect("team", "fake", Settings.empty(), Fixture.once("ana"));
        fixture.resolve("token");
        fixture.manager.cache().reset();
        vault.beforeReply = () -> {
            throw VaultFailure.of(VaultFailure.Kind.SESSION_ENDED, "Expired.");
        };
        assertThat(fixture.secrets.attempt("token").reason()).contains(Reason.REAUTHENTICATION_REQUIRED);
        vault.beforeReply = () -> {};

        assertThatThrownBy(() -> fixture.manager.reauthenticate("team", Fixture.once("bob")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("another identity");
        fixture.manager.reauthenticate("team", Fixture.once("ana"));
        assertThat(fixture.resolve("token")).isEqualTo("value");
    }

    @Test
    void source_thatThrowsAnExceptionWithoutProblems_leavesTheNextLoginPossible() {
        fixture.manager.disconnect("team");
        boolean[] broken = {true};
        fixture.manager.connect("team", "fake", Settings.empty(), CredentialSource.renewing(() -> {
            if (broken[0]) {
                throw new ConfigurationException(List.of());
            }
            return new FakeVault.Key("robot");
        }));
        assertThat(fixture.secrets.attempt("token").reason()).contains(Reason.MISCONFIGURED);

        broken[0] = false;

        assertThat(fixture.resolve("token")).isEqualTo("value");
    }

    @Test
    void credentials_ofAKindTheVaultDoesNotTake_areNotHandedToIt() {
        record Foreign() implements Credentials {}
        fixture.manager.disconnect("team");
        fixture.manager.connect("team", "fake", Settings.empty(), CredentialSource.once(new Foreign()));

        Resolution resolution = fixture.secrets.attempt("token");

        assertThat(resolution.reason()).contains(Reason.MISCONFIGURED);
        assertThat(resolution.detail()).contains("It takes Key");
        assertThat(vault.logins).hasValue(0);
        assertThat(fixture.manager.integration("team").orElseThrow().state()).isEqualTo(IntegrationState.MISCONFIGURED);
    }

    private void attemptTwenty() {
        for (int i = 0; i < 20; i++) {
            assertThat(fixture.secrets.attempt("token").reason()).contains(Reason.REAUTHENTICATION_REQUIRED);
        }
    }
}
