package io.claviger.concurrency;

import io.claviger.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Time that stands still until somebody moves it, whose tasks run on the thread that moves it. Holds no lock. */
final class StillTime implements TimeSource {

    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

    private final AtomicLong elapsed = new AtomicLong();
    private final Map<Task, Runnable> waiting = new ConcurrentHashMap<>(4);

    @Override
    public long nanoTime() {
        return elapsed.get();
    }

    @Override
    public Instant now() {
        return START.plusNanos(elapsed.get());
    }

    @Override
    public Timer schedule(Duration delay, Runnable work) {
        Task task = new Task(elapsed.get() + Math.max(0, delay.toNanos()));
        waiting.put(task, work);
        return () -> waiting.remove(task);
    }

    /** Lets time pass at once, as a busy machine does whose timers come late, and runs what has fallen due. */
    void jump(Duration duration) {
        long now = elapsed.addAndGet(duration.toNanos());
        waiting.keySet().stream().filter(task -> task.at <= now).forEach(this::run);
    }

    private void run(Task task) {
        Runnable work = waiting.remove(task);
        if (work != null) {
            work.run();
        }
    }

    // a class with identity: two tasks may be due at the same time
    private static final class Task {
        private final long at;

        Task(long at) {
            this.at = at;
        }
    }
}
