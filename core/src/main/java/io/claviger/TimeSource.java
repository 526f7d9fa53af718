package io.claviger;

import io.claviger.internal.time.SystemTimeSource;
import java.time.Duration;
import java.time.Instant;

/**
 * Time as the library sees it: two clocks and a scheduler, replaceable so that no test has to wait.
 *
 * <p>By default the system's clocks and one daemon thread. Implementations must be safe for use by several threads.
 */
public interface TimeSource {

    /**
     * Returns the monotonic clock, as {@link System#nanoTime()} does: only differences have a meaning.
     *
     * @return a reading in nanoseconds
     */
    long nanoTime();

    /**
     * Returns the wall clock.
     *
     * @return the current instant
     */
    Instant now();

    /**
     * Runs a short task once, after a delay.
     *
     * @param delay how long to wait; zero or less means as soon as possible
     * @param task what to run; it does not block
     * @return a way to cancel the task while it has not begun
     */
    Timer schedule(Duration delay, Runnable task);

    /**
     * Returns the system's clocks, and a scheduler with one daemon thread that ends when nothing is scheduled.
     *
     * @return a new time source
     */
    static TimeSource system() {
        return new SystemTimeSource();
    }

    /** A task that waits for its time. */
    @FunctionalInterface
    interface Timer {

        /** Cancels the task if it has not begun; does nothing otherwise. */
        void cancel();
    }
}
