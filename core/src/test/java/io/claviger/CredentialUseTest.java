package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.spi.VaultFailure;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S2: credentials are asked for when a login needs them, and dropped when it is over")
class CredentialUseTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final Fixture fixture = new Fixture().linked("token", "token", "value");
    private final FakeVault vault = fixture.vault;

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void renewingSource_beforeTheFirstRead_isNotAsked() {
        AtomicInteger asked = new AtomicInteger();
        reconnect(counting(asked));
        assertThat(asked).hasValue(0);

        fixture.resolve("token");
        assertThat(asked).hasValue(1);
    }

    @Test
    void session_expiredWithRenewingSource_isReplacedByALogin() {
        AtomicInteger asked = new AtomicInteger();
        reconnect(counting(asked));
        vault.sessionLifetime = Optional.of(Duration.ofMinutes(15));
        fixture.resolve("token");
        fixture.time.advance(Duration.ofMinutes(61));

        assertThat(fixture.resolve("token")).isEqualTo("value");
        assertThat(vault.logins).hasValue(2);
        assertThat(asked).hasValue(2);
    }

    @Test
    void session_expiredWithCredentialsGivenOnce_asksForReauthentication() {
        reconnect(Fixture.once("ana"));
        vault.sessionLifetime = Optional.of(Duration.ofMinutes(15));
        fixture.resolve("token");
        fixture.time.advance(Duration.ofMinutes(61));

        Resolution resolution = fixture.secrets.attempt("token");
        assertThat(resolution.reason()).contains(Reason.REAUTHENTICATION_REQUIRED);
        assertThat(resolution.detail()).isEqualTo("There are no credentials for a login.");
        assertThat(state()).isEqualTo(IntegrationState.REAUTHENTICATION_REQUIRED);

        fixture.manager.reauthenticate("team", Fixture.once("ana"));
        assertThat(fixture.resolve("token")).isEqualTo("value");
        assertThat(state()).isEqualTo(IntegrationState.CONNECTED);
    }

    @Test
    void credentialsGivenOnce_afterTheirUse_areNotSaidToBeRefused() {
        reconnect(Fixture.once("ana"));
        vault.sessionLifetime = Optional.of(Duration.ofMinutes(15));
        fixture.resolve("token");
        fixture.time.advance(Duration.ofMinutes(61));

        for (int i = 0; i < 3; i++) {
            Resolution resolution = fixture.secrets.attempt("token");
            assertThat(resolution.detail()).isEqualTo("There are no credentials for a login.");
            assertThat(resolution.retryAfter()).isEmpty();
        }
        assertThat(vault.logins).hasValue(1);
    }

    @Test
    void credentialsGivenOnce_whenTheVaultDoesNotAnswer_areKeptForTheNextLogin() {
        reconnect(Fixture.once("ana"));
        failLogins(VaultFailure.Kind.UNAVAILABLE);
        assertThat(fixture.secrets.attempt("token").reason()).contains(Reason.UNREACHABLE);
        failLogins(VaultFailure.Kind.THROTTLED);
        assertThat(fixture.secrets.attempt("token").reason()).contains(Reason.THROTTLED);
        vault.beforeLogin = () -> {};

        assertThat(fixture.resolve("token")).isEqualTo("value");
        assertThat(vault.logins).hasValue(3);
    }

    @Test
    void credentialsGivenOnce_onceRefused_areDropped() {
        reconnect(Fixture.once("ana"));
        failLogins(VaultFailure.Kind.CREDENTIALS_REFUSED);
        fixture.secrets.attempt("token");
        vault.beforeLogin = () -> {};

        fixture.time.advance(DAY);

        assertThat(fixture.secrets.attempt("token").reason()).contains(Reason.REAUTHENTICATION_REQUIRED);
        assertThat(vault.logins).hasValue(1);
    }

    @Test
    void credentialsGivenOnce_onceUsedAfterAnOutage_areDroppedToo() {
        reconnect(Fixture.once("ana"));
        failLogins(VaultFailure.Kind.UNAVAILABLE);
        fixture.secrets.attempt("token");
        vault.beforeLogin = () -> {};
        vault.sessionLifetime = Optional.of(Duration.ofMinutes(15));
        fixture.resolve("token");

        fixture.time.advance(DAY);

        assertThat(fixture.secrets.attempt("token").reason()).contains(Reason.REAUTHENTICATION_REQUIRED);
        assertThat(vault.logins).hasValue(2);
    }

    @Test
    void source_thatThrowsAnExceptionWithoutProblems_leavesTheNextLoginPossible() {
        boolean[] broken = {true};
        reconnect(CredentialSource.renewing(() -> {
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
        reconnect(CredentialSource.once(new Foreign()));

        Resolution resolution = fixture.secrets.attempt("token");

        assertThat(resolution.reason()).contains(Reason.MISCONFIGURED);
        assertThat(resolution.detail()).contains("It takes Key");
        assertThat(vault.logins).hasValue(0);
        assertThat(state()).isEqualTo(IntegrationState.MISCONFIGURED);
    }

    private void reconnect(CredentialSource source) {
        fixture.manager.disconnect("team");
        fixture.manager.connect("team", "fake", Settings.empty(), source);
    }

    private void failLogins(VaultFailure.Kind kind) {
        vault.beforeLogin = () -> {
            throw VaultFailure.of(kind, "In our words.");
        };
    }

    private static CredentialSource counting(AtomicInteger asked) {
        return CredentialSource.renewing(() -> {
            asked.incrementAndGet();
            return new FakeVault.Key("robot");
        });
    }

    private IntegrationState state() {
        return fixture.manager.integration("team").orElseThrow().state();
    }
}
