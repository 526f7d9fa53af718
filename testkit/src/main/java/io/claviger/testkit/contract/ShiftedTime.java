package io.claviger.testkit.contract;

import io.claviger.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** The time of a vault, and later: for what a manager has to find too late although no test waits. */
final class ShiftedTime implements TimeSource {

    private final TimeSource time;
    private volatile Duration later = Duration.ZERO;

    ShiftedTime(TimeSource time) {
        this.time = time;
    }

    void shift(Duration duration) {
        later = duration;
    }

    @Override
    public long nanoTime() {
        return time.nanoTime() + later.toNanos();
    }

    @Override
    public Instant now() {
        return time.now().plus(later);
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        return time.schedule(delay, task);
    }
}
