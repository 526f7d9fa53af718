package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName(
        "S5, C15: a session is used until its end and not after; the end of a shared one stops fetching, not serving")
class SessionLifetimeTest {

    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final FakeVault vault = new FakeVault();
    private final Fixture fixture = new Fixture(vault, builder -> builder).linked("token", "token", "value");

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void session_withoutALifetime_isUsedForEver() {
        fixture.resolve("token");

        fixture.time.advance(Duration.ofDays(2));
        fixture.time.suspend(Duration.ofDays(400));

        readAgain();
        assertThat(vault.logins).hasValue(1);
        assertThat(vault.renewals).hasValue(0);
    }

    @Test
    void session_untilTheLastMoment_isUsed() {
        vault.sessionLifetime = Optional.of(QUARTER);
        fixture.resolve("token");

        fixture.time.advance(QUARTER.minusNanos(1));
        readAgain();
        assertThat(vault.logins).hasValue(1);

        fixture.time.advance(Duration.ofNanos(1));
        readAgain();
        assertThat(vault.logins).hasValue(2);
    }

    @Test
    void session_whoseLoginTookTime_isCountedFromItsBeginning() {
        vault.sessionLifetime = Optional.of(QUARTER);
        vault.beforeLogin = () -> {
            vault.beforeLogin = () -> {};
            fixture.time.advance(Duration.ofSeconds(5));
        };
        fixture.resolve("token");

        fixture.time.advance(QUARTER.minusSeconds(5));

        readAgain();
        assertThat(vault.logins).hasValue(2);
    }

    @Test
    void sharedSession_thatEnds_leavesCachedValuesUntilTheirExpiration() {
        fixture.manager.disconnect("team");
        fixture.manager.connect("team", "fake", Settings.empty(), Fixture.once("ana"));
        vault.sessionLifetime = Optional.of(QUARTER);
        SecretHandle handle = fixture.secrets.bind("token");
        handle.get();

        fixture.time.advance(Duration.ofMinutes(59));
        assertThat(handle.get().revealText()).isEqualTo("value");
        assertThat(fixture.resolve("token")).isEqualTo("value");
        vault.put("other", "other value");
        assertThat(fixture.secrets.attempt(SecretReference.of("team", "other")).reason())
                .contains(Reason.REAUTHENTICATION_REQUIRED);

        fixture.time.advance(Duration.ofMinutes(1));
        assertThatThrownBy(handle::get).isInstanceOf(UnresolvedException.class);
    }

    @Test
    void session_thatEndsWhileTheMachineSleeps_isNotUsedAfterwards() {
        vault.sessionLifetime = Optional.of(QUARTER);
        fixture.resolve("token");

        fixture.time.suspend(QUARTER);

        readAgain();
        assertThat(vault.logins).hasValue(2);
    }

    @Test
    void wallClock_setBack_neverLengthensASession() {
        vault.sessionLifetime = Optional.of(QUARTER);
        fixture.resolve("token");
        fixture.time.setWall(Duration.ofDays(-1));

        fixture.time.advance(QUARTER);

        readAgain();
        assertThat(vault.logins).hasValue(2);
    }

    @Test
    void longestSession_ofAnUnlimitedSession_endsIt() {
        try (Fixture limited = limited(new FakeVault())) {
            limited.resolve("token");
            limited.time.advance(Duration.ofMinutes(10).minusNanos(1));
            limited.manager.cache().reset();
            limited.resolve("token");
            assertThat(limited.vault.logins).hasValue(1);

            limited.time.advance(Duration.ofNanos(1));
            limited.manager.cache().reset();
            limited.resolve("token");
            assertThat(limited.vault.logins).hasValue(2);
        }
    }

    @Test
    void longestSession_ofAShorterSession_changesNothing() {
        FakeVault shorter = new FakeVault();
        shorter.sessionLifetime = Optional.of(Duration.ofMinutes(5));
        try (Fixture limited = limited(shorter)) {
            limited.resolve("token");
            limited.time.advance(Duration.ofMinutes(5));
            limited.manager.cache().reset();
            limited.resolve("token");
            assertThat(shorter.logins).hasValue(2);
        }
    }

    @Test
    void longestSession_ofARenewedSession_isCountedFromItsLogin() {
        FakeVault renewing = new FakeVault();
        renewing.sessionLifetime = Optional.of(Duration.ofMinutes(6));
        renewing.renewal = Optional.of(Duration.ofMinutes(6));
        renewing.renewable = true;
        try (Fixture limited = limited(renewing)) {
            limited.resolve("token");
            limited.time.advance(Duration.ofMinutes(9));
            assertThat(renewing.renewals.get()).isGreaterThan(0);
            limited.manager.cache().reset();
            limited.resolve("token");
            assertThat(renewing.logins).hasValue(1);

            limited.time.advance(Duration.ofMinutes(1));
            limited.manager.cache().reset();
            limited.resolve("token");
            assertThat(renewing.logins).hasValue(2);
        }
    }

    @Test
    void longestSession_ofLessThanAMinute_isRefused() {
        IntegrationManagerBuilder builder = IntegrationManager.builder();
        for (Duration refused : new Duration[] {Duration.ofMillis(59_999), Duration.ZERO, Duration.ofMinutes(-1)}) {
            assertThatThrownBy(() -> builder.longestSession(refused))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("Set it to 1 minute or more.");
        }
        assertThat(builder.longestSession(Duration.ofMinutes(1))).isSameAs(builder);
    }

    private static Fixture limited(FakeVault vault) {
        return new Fixture(vault, builder -> builder.longestSession(Duration.ofMinutes(10)))
                .linked("token", "token", "value");
    }

    private void readAgain() {
        fixture.manager.cache().reset();
        assertThat(fixture.resolve("token")).isEqualTo("value");
    }
}
