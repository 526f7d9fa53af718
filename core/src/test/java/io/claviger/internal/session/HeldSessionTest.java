package io.claviger.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.SecretSnapshot;
import io.claviger.spi.Call;
import io.claviger.spi.Locator;
import io.claviger.spi.Session;
import io.claviger.support.ManualTime;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("S5: how long a session lives, by a clock that wraps around and vaults that name any length")
class HeldSessionTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @ParameterizedTest
    @ValueSource(longs = {0, Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE - 1_000_000_000L})
    void session_atAnyReadingOfTheClock_livesItsLifetime(long since) {
        HeldSession held = held(since, Optional.of(HOUR), Optional.empty());

        assertThat(held.endless()).isFalse();
        assertThat(held.validAt(since)).isTrue();
        assertThat(held.validAt(since + HOUR.toNanos() - 1)).isTrue();
        assertThat(held.validAt(since + HOUR.toNanos())).isFalse();
        assertThat(held.left(since + SECOND)).isEqualTo(HOUR.toNanos() - SECOND);
        assertThat(held.endsAt() - since).isEqualTo(HOUR.toNanos());
    }

    @Test
    void session_ofAnEndlessVault_isEndlessUnlessItIsLimited() {
        assertThat(held(0, Optional.empty(), Optional.empty()).endless()).isTrue();
        assertThat(held(0, Optional.of(FOREVER), Optional.empty()).endless()).isTrue();
        HeldSession limited = held(0, Optional.empty(), Optional.of(HOUR));
        assertThat(limited.endless()).isFalse();
        assertThat(limited.endsAt()).isEqualTo(HOUR.toNanos());
    }

    @Test
    void renewal_thatBringsMore_countsFromWhenItIsAnswered() {
        HeldSession held = held(0, Optional.of(HOUR), Optional.empty());

        assertThat(held.renewed(HOUR.toNanos() / 2, HOUR, SECOND)).isTrue();

        assertThat(held.endsAt()).isEqualTo(HOUR.toNanos() / 2 * 3);
    }

    @Test
    void renewal_thatBringsLess_shortensNothingAndIsNotWorthwhile() {
        HeldSession held = held(0, Optional.of(HOUR), Optional.empty());

        assertThat(held.renewed(SECOND, Duration.ofMinutes(1), SECOND)).isFalse();
        assertThat(held.endsAt()).isEqualTo(HOUR.toNanos());
    }

    @Test
    void renewal_thatBringsAsMuchAsIsWorthwhile_isWorthwhile() {
        assertThat(held(0, Optional.of(HOUR), Optional.empty()).renewed(SECOND - 1, HOUR, SECOND))
                .isFalse();
        assertThat(held(0, Optional.of(HOUR), Optional.empty()).renewed(SECOND, HOUR, SECOND))
                .isTrue();
    }

    @Test
    void renewal_beyondTheLimit_stopsAtIt() {
        HeldSession held = held(0, Optional.of(HOUR), Optional.of(HOUR.plusMinutes(1)));

        assertThat(held.renewed(HOUR.toNanos() / 2, HOUR, SECOND)).isTrue();
        assertThat(held.endsAt()).isEqualTo(HOUR.plusMinutes(1).toNanos());
        assertThat(held.renewed(HOUR.toNanos(), HOUR, SECOND)).isFalse();
    }

    @Test
    void renewal_forEver_isNotTakenForNothing() {
        HeldSession held = held(0, Optional.of(HOUR), Optional.empty());

        assertThat(held.renewed(SECOND, FOREVER, SECOND)).isTrue();

        assertThat(held.validAt(Duration.ofDays(36_500).toNanos())).isTrue();
        assertThat(held.endless()).isTrue();
    }

    @Test
    void renewal_forEverOfALimitedSession_stopsAtTheLimit() {
        HeldSession held = held(0, Optional.of(HOUR), Optional.of(HOUR.plusMinutes(1)));

        assertThat(held.renewed(SECOND, FOREVER, SECOND)).isTrue();

        assertThat(held.endsAt()).isEqualTo(HOUR.plusMinutes(1).toNanos());
    }

    private static HeldSession held(long since, Optional<Duration> lifetime, Optional<Duration> limit) {
        Session session = new Session() {
            @Override
            public SecretSnapshot read(Locator locator, Call call) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<Duration> lifetime() {
                return lifetime;
            }
        };
        return new HeldSession(session, since, limit, new ManualTime());
    }
}
