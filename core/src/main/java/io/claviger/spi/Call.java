package io.claviger.spi;

import io.claviger.TimeSource;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How long one call to a vault may take. Every wait of a provider must be bounded by {@link #remaining()}.
 *
 * <p>A call that nobody waits for any more is cancelled by interrupting its thread.
 */
public final class Call {

    // far from overflow, and beyond any wait
    private static final long LONGEST = TimeUnit.DAYS.toNanos(365);

    private final TimeSource time;
    private final long deadline;

    private Call(TimeSource time, long deadline) {
        this.time = time;
        this.deadline = deadline;
    }

    /**
     * Returns a call that starts now.
     *
     * @param timeout how long it may take
     * @param time the clock
     * @return the call
     */
    public static Call within(Duration timeout, TimeSource time) {
        return new Call(time, time.nanoTime() + Math.min(TimeUnit.NANOSECONDS.convert(timeout), LONGEST));
    }

    /**
     * Returns the time that is left.
     *
     * @return zero or more
     */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, deadline - time.nanoTime()));
    }

    /**
     * Makes sure that time is left.
     *
     * @throws VaultFailure of kind {@link VaultFailure.Kind#UNAVAILABLE} if the deadline has passed
     */
    public void checkDeadline() {
        if (remaining().isZero()) {
            throw VaultFailure.of(VaultFailure.Kind.UNAVAILABLE, "The deadline passed before the vault was asked.");
        }
    }

    /**
     * Returns the clock that the deadline is measured by.
     *
     * @return the time source
     */
    public TimeSource time() {
        return time;
    }
}
