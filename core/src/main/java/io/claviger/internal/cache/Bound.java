package io.claviger.internal.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a number of cached secrets within a bound (C11): Caffeine decides which one goes.
 *
 * <p>Warm reads do not pass here, which keeps them fast; what was read lately is told to Caffeine just before it has to
 * choose.
 */
final class Bound {

    private static final long REPORTS = 100;

    private final long maximum;
    private final Cache<Entry, Boolean> entries;
    private final Consumer<Entry> evicted;
    // reporting looks at every entry: done now and then, its cost for each addition stays the same however many there
    // are
    private final long reportEvery;
    private final AtomicLong additions = new AtomicLong();
    // Caffeine tells of an eviction in the middle of its own change, where no cache may be touched: it is acted on
    // after
    private final Queue<Entry> victims = new ConcurrentLinkedQueue<>();

    Bound(long maximum, Consumer<Entry> evicted) {
        this.maximum = maximum;
        this.evicted = evicted;
        this.reportEvery = Math.max(1, maximum / REPORTS);
        this.entries = Caffeine.newBuilder()
                .maximumSize(maximum)
                .executor(Runnable::run)
                .evictionListener(this::note)
                .build();
    }

    private void note(@Nullable Entry entry, @Nullable Boolean present, RemovalCause cause) {
        if (entry != null) {
            victims.add(entry);
        }
    }

    void add(Entry entry) {
        if (entries.estimatedSize() >= maximum && additions.incrementAndGet() % reportEvery == 0) {
            reportUse();
        }
        entries.put(entry, Boolean.TRUE);
        dropVictims();
    }

    void remove(Entry entry) {
        entries.invalidate(entry);
        dropVictims();
    }

    long size() {
        entries.cleanUp();
        dropVictims();
        return entries.estimatedSize();
    }

    private void reportUse() {
        for (Entry entry : entries.asMap().keySet()) {
            if (entry.takeUsed()) {
                var unused = entries.getIfPresent(entry);
            }
        }
    }

    private void dropVictims() {
        for (Entry victim = victims.poll(); victim != null; victim = victims.poll()) {
            evicted.accept(victim);
        }
    }
}
