package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.spi.VaultFailure;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S5, C15: a renewal that fails is tried again in time, and one that comes too late is not asked for")
class SessionRenewalFailureTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final FakeVault vault = new FakeVault();
    private final Fixture fixture = new Fixture(vault, builder -> builder).linked("token", "token", "value");
    private final List<Duration> renewedAt = new ArrayList<>();
    private final long start = fixture.time.nanoTime();

    SessionRenewalFailureTest() {
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
    void renewal_thatIsNotAnswered_isTriedAgainAfterHalfOfWhatIsLeft() {
        vault.beforeRenewal = () -> {
            note();
            throw VaultFailure.of(VaultFailure.Kind.UNAVAILABLE, "Down.");
        };
        fixture.resolve("token");
        fixture.time.advance(HOUR.minusNanos(1));

        assertThat(renewedAt).hasSizeGreaterThan(5);
        for (int i = 1; i < renewedAt.size(); i++) {
            long left = HOUR.minus(renewedAt.get(i - 1)).toNanos();
            long waited = renewedAt.get(i).minus(renewedAt.get(i - 1)).toNanos();
            assertThat((double) waited / left).isBetween(0.475, 0.525);
        }
        // not in the last second
        assertThat(renewedAt.get(renewedAt.size() - 1)).isLessThan(HOUR);
        assertThat(renewedAt).hasSizeLessThan(20);
        readAgain();
        assertThat(vault.logins).hasValue(1);
    }

    @Test
    void renewal_afterOneThatWasNotAnswered_makesTheSessionLiveOn() {
        vault.beforeRenewal = () -> {
            vault.beforeRenewal = this::note;
            throw VaultFailure.of(VaultFailure.Kind.THROTTLED, "Slow down.");
        };
        fixture.resolve("token");
        fixture.time.advance(HOUR.plusMinutes(30));

        readAgain();
        assertThat(vault.logins).hasValue(1);
        assertThat(renewedAt).isNotEmpty();
    }

    @Test
    void renewal_refusedBecauseTheSessionIsOver_makesTheNextReadLogIn() {
        vault.beforeRenewal = () -> {
            throw VaultFailure.of(VaultFailure.Kind.SESSION_ENDED, "Revoked.");
        };
        fixture.resolve("token");
        fixture.time.advance(Duration.ofMinutes(42));
        assertThat(vault.renewals).hasValue(1);
        assertThat(fixture.resolve("token")).isEqualTo("value");

        readAgain();
        assertThat(vault.logins).hasValue(2);
    }

    @Test
    void renewal_refusedForAnotherReason_leavesTheSessionUntilItsEnd() {
        vault.beforeRenewal = () -> {
            throw VaultFailure.of(VaultFailure.Kind.DENIED, "Not renewable by policy.");
        };
        fixture.resolve("token");
        fixture.time.advance(HOUR.minus(SECOND));
        readAgain();
        assertThat(vault.logins).hasValue(1);
        assertThat(vault.renewals).hasValue(1);

        fixture.time.advance(SECOND);
        readAgain();
        assertThat(vault.logins).hasValue(2);
    }

    @Test
    void renewal_ofASessionThatEndedWhileTheMachineSlept_isNotAskedFor() {
        fixture.resolve("token");

        fixture.time.suspend(HOUR.plusMinutes(1));
        fixture.time.advance(SECOND);

        assertThat(vault.renewals).hasValue(0);
        readAgain();
        assertThat(vault.logins).hasValue(2);
    }

    @Test
    void renewal_thatTheMachineSleptThrough_isDoneWithinASecond() {
        fixture.resolve("token");

        fixture.time.suspend(Duration.ofMinutes(50));
        fixture.time.advance(SECOND);

        assertThat(vault.renewals).hasValue(1);
        fixture.time.advance(Duration.ofMinutes(30));
        readAgain();
        assertThat(vault.logins).hasValue(1);
    }

    private void readAgain() {
        fixture.manager.cache().reset();
        assertThat(fixture.resolve("token")).isEqualTo("value");
    }
}
