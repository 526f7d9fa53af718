package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S5: a session is renewed in good time, as long as that brings something")
class SessionRenewalTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final FakeVault vault = new FakeVault();
    private final Fixture fixture = new Fixture(vault, builder -> builder).linked("token", "token", "value");
    private final List<Duration> renewedAt = new ArrayList<>();
    private final long start = fixture.time.nanoTime();

    SessionRenewalTest() {
        vault.renewable = true;
        vault.sessionLifetime = Optional.of(HOUR);
        vault.renewal = Optional.of(HOUR);
        vault.beforeRenewal = this::note;
    }

    private void note() {
        renewedAt.add(Duration.ofNanos(fixture.time.nanoTime() - start));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void renewal_byDefault_isAtTwoThirdsOfTheLifeGiveOrTakeFivePercent() {
        fixture.resolve("token");

        fixture.time.advance(Duration.ofMinutes(38));
        assertThat(renewedAt).isEmpty();
        fixture.time.advance(Duration.ofMinutes(4));

        assertThat(renewedAt).hasSize(1);
        assertThat(renewedAt.get(0)).isBetween(Duration.ofMinutes(38), Duration.ofMinutes(42));
    }

    @Test
    void renewedSession_forADay_needsNoLogin() {
        fixture.resolve("token");
        for (int hour = 0; hour < 24; hour++) {
            fixture.time.advance(HOUR);
            readAgain();
        }

        assertThat(vault.logins).hasValue(1);
        assertThat(vault.renewals.get()).isBetween(34, 38);
    }

    @Test
    void renewal_thatTakesTime_isCountedFromItsBeginning() {
        vault.beforeRenewal = () -> {
            note();
            vault.renewable = false;
            vault.beforeRenewal = () -> vault.renewal = Optional.empty();
            fixture.time.advance(Duration.ofSeconds(8));
        };
        fixture.resolve("token");
        fixture.time.advance(HOUR.minus(SECOND));

        fixture.time.advance(renewedAt.get(0).plus(SECOND).minus(Duration.ofMillis(1)));
        readAgain();
        assertThat(vault.logins).hasValue(1);
        fixture.time.advance(Duration.ofMillis(1));
        readAgain();
        assertThat(vault.logins).hasValue(2);
    }

    @Test
    void session_thatTheVaultDoesNotRenew_isNotAskedFor() {
        vault.renewable = false;
        fixture.resolve("token");
        fixture.time.advance(HOUR);

        readAgain();
        assertThat(vault.renewals).hasValue(0);
        assertThat(vault.logins).hasValue(2);
    }

    @Test
    void renewal_thatBringsNothingMore_isTheLast() {
        vault.renewal = Optional.of(Duration.ofMinutes(10));
        fixture.resolve("token");
        fixture.time.advance(HOUR.minus(SECOND));
        assertThat(vault.renewals).hasValue(1);
        readAgain();
        assertThat(vault.logins).hasValue(1);

        fixture.time.advance(SECOND);
        readAgain();
        assertThat(vault.logins).hasValue(2);
    }

    @Test
    void renewal_nearTheLongestLifeInTheVault_stopsAndTheSessionLivesUntilItsEnd() {
        // the vault never lets it live longer than 90 minutes after its login
        vault.beforeRenewal = () -> {
            note();
            Duration left = Duration.ofMinutes(90).minusNanos(fixture.time.nanoTime() - start);
            vault.renewal = Optional.of(left.compareTo(HOUR) < 0 ? left : HOUR);
        };
        fixture.resolve("token");
        fixture.time.advance(Duration.ofMinutes(90).minus(SECOND));
        readAgain();
        assertThat(vault.logins).hasValue(1);
        assertThat(vault.renewals).hasValue(2);

        fixture.time.advance(SECOND);
        readAgain();
        assertThat(vault.logins).hasValue(2);
    }

    @Test
    void renewal_forEver_isTheLastAndTheSessionNeverEnds() {
        vault.renewal = Optional.of(Duration.ofSeconds(Long.MAX_VALUE));
        fixture.resolve("token");
        fixture.time.advance(HOUR.multipliedBy(4));
        fixture.time.suspend(Duration.ofDays(300));

        readAgain();
        assertThat(vault.renewals).hasValue(1);
        assertThat(vault.logins).hasValue(1);
    }

    @Test
    void renewal_thatTheVaultGivesNoLengthFor_isTheLast() {
        vault.renewal = Optional.empty();
        fixture.resolve("token");
        fixture.time.advance(HOUR.minus(SECOND));
        readAgain();
        assertThat(vault.renewals).hasValue(1);
        assertThat(vault.logins).hasValue(1);
    }

    @Test
    void renewal_afterADisconnect_isNotAskedFor() {
        fixture.resolve("token");
        fixture.manager.disconnect("team");

        fixture.time.advance(HOUR);

        assertThat(vault.renewals).hasValue(0);
        assertThat(fixture.time.scheduled()).isZero();
    }

    private void readAgain() {
        fixture.manager.cache().reset();
        assertThat(fixture.resolve("token")).isEqualTo("value");
    }
}
