package io.claviger.internal.time;

import io.claviger.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is to be done when, by the life clock: one timer for everything that expires or falls due in a manager.
 *
 * <p>While there is anything on it, it looks at both clocks at least once a second, so that what fell due while the machine
 * was asleep is done one second at most after it woke (C15). With nothing on it, it does not wake at all. Tasks run one by
 * one on the timer's thread, outside the lock, and must not block.
 */
public final class Agenda {

    private static final Logger LOG = LoggerFactory.getLogger(Agenda.class);
    private static final long TICK = Duration.ofSeconds(1).toNanos();

    private final TimeSource time;
    private final LifeClock clock;
    private final ReentrantLock lock = new ReentrantLock();
    // guarded by the lock; times are relative to the origin, so that they can be ordered whatever nanoTime's sign
    private final TreeMap<Item, Runnable> items = new TreeMap<>();
    private final long origin;
    private long added;
    private TimeSource.@Nullable Timer timer;
    private long wakeAt;

    /**
     * Creates an empty agenda.
     *
     * @param time wakes it
     * @param clock says how late it is
     */
    public Agenda(TimeSource time, LifeClock clock) {
        this.time = time;
        this.clock = clock;
        this.origin = clock.nanos();
    }

    /**
     * Adds a task.
     *
     * @param at when to run it, by the life clock; at once, on the timer's thread, if that is past
     * @param task what to run; must not block
     * @return the item, to be cancelled if it is not wanted any more
     */
    public Item at(long at, Runnable task) {
        lock.lock();
        try {
            Item item = new Item(at - origin, added++);
            items.put(item, task);
            arm();
            return item;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns the next moment at which this agenda looks at the clocks anyway, for tasks that need not be exact: many of
     * them then share one wake-up.
     *
     * @param at a time by the life clock
     * @return the same time or up to a second later
     */
    public long roundedUp(long at) {
        return origin + tickAfter(at - origin - 1);
    }

    private static long tickAfter(long relative) {
        return (Math.floorDiv(relative, TICK) + 1) * TICK;
    }

    /**
     * Takes a task off. Does nothing if it has run or is running.
     *
     * @param item what {@link #at} returned; {@code null} for nothing
     */
    public void cancel(@Nullable Item item) {
        if (item != null) {
            lock.lock();
            try {
                items.remove(item);
                arm();
            } finally {
                lock.unlock();
            }
        }
    }

    /** Takes everything off. */
    public void clear() {
        lock.lock();
        try {
            items.clear();
            arm();
        } finally {
            lock.unlock();
        }
    }

    private void wake() {
        List<Runnable> due = new ArrayList<>();
        lock.lock();
        try {
            var past = items.headMap(new Item(clock.nanos() - origin, Long.MAX_VALUE), true);
            due.addAll(past.values());
            past.clear();
            disarm();
            arm();
        } finally {
            lock.unlock();
        }
        due.forEach(Agenda::run);
    }

    // one task that fails must not keep the others from running
    @SuppressWarnings("CatchingUnchecked")
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable thrown) {
            LOG.warn("A timed task failed with {}", thrown.getClass().getName());
        }
    }

    private void arm() {
        if (items.isEmpty()) {
            disarm();
            return;
        }
        long now = clock.nanos() - origin;
        long next = Math.min(items.firstKey().at, tickAfter(now));
        if (timer == null || next < wakeAt) {
            disarm();
            wakeAt = next;
            timer = time.schedule(Duration.ofNanos(Math.max(0, next - now)), this::wake);
        }
    }

    private void disarm() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    /** A task on the agenda. */
    public static final class Item implements Comparable<Item> {

        private final long at;
        private final long number;

        private Item(long at, long number) {
            this.at = at;
            this.number = number;
        }

        @Override
        public int compareTo(Item other) {
            int byTime = Long.compare(at, other.at);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(number);
        }
    }
}
