package io.claviger.testkit.vault;

import io.claviger.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Time that stands still until a test moves it. What falls due runs on the thread that moves it. Begins at the first of
 * January 2030, UTC. Safe for use by several threads.
 */
public final class VirtualTime implements TimeSource {

    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

    private final List<Task> tasks = new ArrayList<>();
    // code that compares readings without regard to overflow is found out
    private long monotonic = Long.MAX_VALUE - Duration.ofMinutes(30).toNanos();
    private Instant wall = START;

    /** Creates a time that stands still. */
    public VirtualTime() {}

    @Override
    public synchronized long nanoTime() {
        return monotonic;
    }

    @Override
    public synchronized Instant now() {
        return wall;
    }

    @Override
    public synchronized Timer schedule(Duration delay, Runnable work) {
        Task task = new Task(monotonic + Math.max(0, delay.toNanos()), work);
        tasks.add(task);
        return () -> cancel(task);
    }

    private synchronized void cancel(Task task) {
        tasks.remove(task);
    }

    /**
     * Lets time pass, and runs what falls due on the way, in order.
     *
     * @param duration how long; not negative
     */
    public void advance(Duration duration) {
        long end = monotonicPlus(duration);
        Optional<Task> next = takeDue(end);
        while (next.isPresent()) {
            next.get().work().run();
            next = takeDue(end);
        }
        moveTo(end);
    }

    /**
     * Puts the machine to sleep: the wall clock goes on, and the monotonic clock stands still.
     *
     * @param duration how long
     */
    public synchronized void suspend(Duration duration) {
        wall = wall.plus(duration);
    }

    /**
     * Sets the wall clock.
     *
     * @param shift how far; negative to set it back
     */
    public synchronized void shiftWallClock(Duration shift) {
        wall = wall.plus(shift);
    }

    private synchronized long monotonicPlus(Duration duration) {
        return monotonic + duration.toNanos();
    }

    private synchronized Optional<Task> takeDue(long end) {
        Optional<Task> due = tasks.stream()
                .filter(task -> task.at() - end <= 0)
                .min(Comparator.comparingLong(task -> task.at() - end));
        due.ifPresent(task -> {
            tasks.remove(task);
            moveTo(task.at());
        });
        return due;
    }

    /** Never back: a task may have let more time pass than was asked for. */
    private synchronized void moveTo(long target) {
        if (target - monotonic > 0) {
            wall = wall.plusNanos(target - monotonic);
            monotonic = target;
        }
    }

    // told apart by identity: two tasks may fall due at once
    private static final class Task {

        private final long at;
        private final Runnable work;

        Task(long at, Runnable work) {
            this.at = at;
            this.work = work;
        }

        long at() {
            return at;
        }

        Runnable work() {
            return work;
        }
    }
}
