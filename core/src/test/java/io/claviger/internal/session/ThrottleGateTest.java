package io.claviger.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.Reason;
import io.claviger.internal.failure.Failure;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The gate of a throttled vault opens when its time is over, whatever the clock reads")
class ThrottleGateTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final ThrottleGate gate = new ThrottleGate();

    @ParameterizedTest
    @ValueSource(longs = {0, Long.MIN_VALUE, Long.MAX_VALUE, -1, Long.MAX_VALUE - 1_000_000_000L})
    void gate_atAnyReadingOfTheClock_isClosedForItsTimeOnly(long now) {
        assertThat(gate.closed(now)).isEmpty();
        gate.failed(throttled(Duration.ofSeconds(2)), now);

        assertThat(gate.closed(now).orElseThrow().retryAfter()).isEqualTo(Duration.ofSeconds(2));
        assertThat(gate.closed(now + SECOND).orElseThrow().retryAfter()).isEqualTo(Duration.ofSeconds(1));
        assertThat(gate.closed(now + 2 * SECOND - 1).orElseThrow().retryAfter()).isEqualTo(Duration.ofNanos(1));
        assertThat(gate.closed(now + 2 * SECOND)).isEmpty();
        assertThat(gate.closed(now + Duration.ofDays(365).toNanos())).isEmpty();
    }

    @Test
    void time_thatAVaultNames_countsAsAMinuteAtMost() {
        for (Duration asked :
                new Duration[] {Duration.ofMinutes(1), Duration.ofHours(9), Duration.ofSeconds(Long.MAX_VALUE)}) {
            gate.failed(throttled(asked), 0);
            assertThat(gate.closed(0).orElseThrow().retryAfter()).isEqualTo(Duration.ofMinutes(1));
        }
    }

    @Test
    void time_ofZeroOrLess_closesNothing() {
        gate.failed(throttled(Duration.ZERO), 0);
        assertThat(gate.closed(0)).isEmpty();
        gate.failed(throttled(Duration.ofSeconds(-5)), 0);
        assertThat(gate.closed(0)).isEmpty();
    }

    @Test
    void failure_thatIsNoThrottling_closesNothing() {
        gate.failed(Failure.of(Reason.UNREACHABLE, "").withRetryAfter(Duration.ofSeconds(2)), 0);
        gate.failed(Failure.of(Reason.THROTTLED, ""), 0);
        assertThat(gate.closed(0)).isEmpty();
    }

    @Test
    void failure_afterAThrottling_leavesTheGateClosed() {
        gate.failed(throttled(Duration.ofSeconds(2)), 0);
        gate.failed(Failure.of(Reason.UNREACHABLE, ""), SECOND);
        assertThat(gate.closed(SECOND)).isPresent();
    }

    private static Failure throttled(Duration asked) {
        return Failure.of(Reason.THROTTLED, "Slow down.").withRetryAfter(asked);
    }
}
