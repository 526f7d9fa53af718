package io.claviger.support;

import io.claviger.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Time that stands still until a test moves it. Tasks run on the thread that moves it. */
public final class ManualTime implements TimeSource {

    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

    private final List<Task> tasks = new ArrayList<>();
    private long monotonic = Long.MAX_VALUE - Duration.ofMinutes(30).toNanos();
    private Instant wall = START;
    private int wakeUps;

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

    /** Lets time pass, and runs what falls due on the way. */
    public void advance(Duration duration) {
        long end = monotonicPlus(duration);
        Optional<Task> next = takeDue(end);
        while (next.isPresent()) {
            next.get().work.run();
            next = takeDue(end);
        }
        moveTo(end);
    }

    /** Puts the machine to sleep: only the wall clock goes on. */
    public synchronized void suspend(Duration duration) {
        wall = wall.plus(duration);
    }

    /** Sets the wall clock, forwards or back. */
    public synchronized void setWall(Duration shift) {
        wall = wall.plus(shift);
    }

    public synchronized int scheduled() {
        return tasks.size();
    }

    public synchronized int wakeUps() {
        return wakeUps;
    }

    private synchronized long monotonicPlus(Duration duration) {
        return monotonic + duration.toNanos();
    }

    private synchronized Optional<Task> takeDue(long end) {
        Optional<Task> due =
                tasks.stream().filter(task -> task.at - end <= 0).min(Comparator.comparingLong(task -> task.at - end));
        due.ifPresent(task -> {
            tasks.remove(task);
            wakeUps++;
            moveTo(task.at - monotonic > 0 ? task.at : monotonic);
        });
        return due;
    }

    private synchronized void moveTo(long target) {
        wall = wall.plusNanos(target - monotonic);
        monotonic = target;
    }

    private static final class Task {
        private final long at;
        private final Runnable work;

        Task(long at, Runnable work) {
            this.at = at;
            this.work = work;
        }
    }
}
