package io.claviger.internal.time;

import io.claviger.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Measures how long secrets and sessions live: the monotonic clock plus the time that the machine was asleep, in which
 * the monotonic clock stands still (C15).
 *
 * <p>Sleep is noticed by the wall clock running ahead of the monotonic one between two readings, so something has to
 * read this clock now and then; the expiry timer does, once a second. A wall clock that is set back changes nothing; one
 * that is set forward counts as sleep, which only shortens lives.
 */
public final class LifeClock {

    // what the two clocks may drift apart between two readings without it being sleep
    private static final long TOLERANCE = Duration.ofMillis(100).toNanos();

    // a wall clock may be set to any year: this is beyond every life, and far from overflow
    private static final long LONGEST_SLEEP = TimeUnit.DAYS.toNanos(365);

    private final TimeSource time;
    private final ReentrantLock lock = new ReentrantLock();
    private long lastMonotonic;
    private Instant lastWall;
    private long asleep;

    /**
     * Creates a clock.
     *
     * @param time the two clocks
     */
    public LifeClock(TimeSource time) {
        this.time = time;
        this.lastMonotonic = time.nanoTime();
        this.lastWall = time.now();
    }

    /**
     * Returns a reading; only differences have a meaning.
     *
     * @return nanoseconds, time asleep included
     */
    public long nanos() {
        lock.lock();
        try {
            long monotonic = time.nanoTime();
            Instant wall = time.now();
            long ahead = TimeUnit.NANOSECONDS.convert(Duration.between(lastWall, wall)) - (monotonic - lastMonotonic);
            if (ahead > TOLERANCE) {
                asleep += Math.min(ahead, LONGEST_SLEEP);
            }
            lastMonotonic = monotonic;
            lastWall = wall;
            return monotonic + asleep;
        } finally {
            lock.unlock();
        }
    }
}
