package io.claviger.internal.session;

import io.claviger.Reason;
import io.claviger.internal.failure.Failure;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps to what a vault asks for that is asked too often: nothing is sent to it before the time that it named is over, one
 * minute at most.
 */
final class ThrottleGate {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private volatile Rest rest = new Rest(0, 0);

    /** The failure of those who would ask too early; empty if the vault may be asked. */
    Optional<Failure> closed(long now) {
        Rest current = rest;
        long left = current.length - (now - current.since);
        return current.length > 0 && left > 0
                ? Optional.of(Failure.of(Reason.THROTTLED, "The vault asked for fewer requests a moment ago.")
                        .withRetryAfter(Duration.ofNanos(left)))
                : Optional.empty();
    }

    void failed(Failure failure, long now) {
        Duration asked = failure.retryAfter();
        if (failure.reason() == Reason.THROTTLED && asked != null) {
            Duration length = asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
            rest = new Rest(now, length.toNanos());
        }
    }

    private record Rest(long since, long length) {}
}
