package io.claviger.internal.cache;

import io.claviger.TimeSource;
import io.claviger.internal.time.LifeClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Takes entries out when their time is over, so that reading one need not look at a clock (C2, C12).
 *
 * <p>While there is anything to watch, it looks at both clocks at least once a second, so that what expired while the
 * machine was asleep is served for one second at most after it woke (C15). With nothing cached it does not wake at all.
 */
final class ExpiryTimer {

    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);

    private final TimeSource time;
    private final LifeClock clock;
    private final ReentrantLock lock = new ReentrantLock();
    // guarded by the lock; deadlines are relative to the origin, so that they can be ordered whatever nanoTime's sign
    private final TreeMap<Long, List<Entry>> due = new TreeMap<>();
    private final Map<Entry, Long> deadlines = new HashMap<>();
    private final long origin;
    private Duration expiration;
    private TimeSource.@Nullable Timer timer;
    private long wakeAt;

    ExpiryTimer(TimeSource time, LifeClock clock, Duration expiration) {
        this.time = time;
        this.clock = clock;
        this.origin = clock.nanos();
        this.expiration = expiration;
    }

    void add(Entry entry) {
        locked(() -> {
            insert(entry);
            arm();
        });
    }

    void remove(Entry entry) {
        locked(() -> {
            withdraw(entry);
            arm();
        });
    }

    void setExpiration(Duration changed) {
        locked(() -> {
            expiration = changed;
            List<Entry> all = new ArrayList<>(deadlines.keySet());
            due.clear();
            deadlines.clear();
            all.forEach(this::insert);
        });
        expire();
    }

    void close() {
        locked(() -> {
            due.clear();
            deadlines.clear();
            arm();
        });
    }

    private void expire() {
        List<Entry> over = new ArrayList<>();
        locked(() -> {
            Map<Long, List<Entry>> past = due.headMap(now(), true);
            past.values().forEach(over::addAll);
            past.clear();
            over.forEach(deadlines::remove);
            disarm();
            arm();
        });
        over.forEach(entry -> entry.scope().drop(entry));
    }

    private void insert(Entry entry) {
        long deadline = entry.deadline(expiration) - origin;
        deadlines.put(entry, deadline);
        due.computeIfAbsent(deadline, key -> new ArrayList<>(1)).add(entry);
    }

    private void withdraw(Entry entry) {
        Long deadline = deadlines.remove(entry);
        if (deadline != null) {
            due.computeIfPresent(deadline, (key, entries) -> {
                entries.remove(entry);
                return entries.isEmpty() ? null : entries;
            });
        }
    }

    private void arm() {
        if (due.isEmpty()) {
            disarm();
            return;
        }
        long now = now();
        long next = Math.min(due.firstKey(), now + LONGEST_SLEEP.toNanos());
        if (timer == null || next < wakeAt) {
            disarm();
            wakeAt = next;
            timer = time.schedule(Duration.ofNanos(Math.max(0, next - now)), this::expire);
        }
    }

    private void disarm() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    private long now() {
        return clock.nanos() - origin;
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }
}
