package io.claviger.internal.session;

import io.claviger.Reason;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;
import java.time.Duration;

/**
 * Keeps refused credentials from being tried again at once: 30 seconds of rest after the first refusal, doubling up to
 * 15 minutes (S4). Vaults lock accounts after a few wrong logins.
 */
final class LoginBreaker {

    private static final Duration FIRST_REST = Duration.ofSeconds(30);
    private static final Duration LONGEST_REST = Duration.ofMinutes(15);
    private static final int MOST_DOUBLINGS = 5;

    private volatile Rest rest = Rest.NONE;

    void check(long now) {
        Rest current = rest;
        long left = current.until - now;
        if (current.refusals > 0 && left > 0) {
            throw new FailureException(Failure.of(
                            Reason.REAUTHENTICATION_REQUIRED,
                            "The vault refused the credentials lately; they are not tried again yet.")
                    .withRetryAfter(Duration.ofNanos(left)));
        }
    }

    void refused(long now) {
        int refusals = rest.refusals + 1;
        Duration doubled = FIRST_REST.multipliedBy(1L << Math.min(refusals - 1, MOST_DOUBLINGS));
        Duration length = doubled.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : doubled;
        rest = new Rest(refusals, now + length.toNanos());
    }

    void accepted() {
        rest = Rest.NONE;
    }

    private record Rest(int refusals, long until) {
        static final Rest NONE = new Rest(0, 0);
    }
}
