package io.claviger.internal.cache;

import io.claviger.CacheStatistics;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** Counts what the cache does. */
public final class Counters {

    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder loads = new LongAdder();
    private final LongAdder failedLoads = new LongAdder();
    private final LongAdder loadNanos = new LongAdder();
    private final LongAdder refreshes = new LongAdder();
    private final LongAdder staleServed = new LongAdder();
    private final LongAdder evictions = new LongAdder();

    Counters() {}

    /** Counts a lookup that was served from memory. */
    public void hit() {
        hits.increment();
    }

    /**
     * Counts several of them.
     *
     * @param lookups how many
     */
    public void hits(int lookups) {
        hits.add(lookups);
    }

    void miss() {
        misses.increment();
    }

    void loaded(boolean gaveSecret, Duration time) {
        (gaveSecret ? loads : failedLoads).increment();
        loadNanos.add(time.toNanos());
    }

    void refresh() {
        refreshes.increment();
    }

    void staleServed() {
        staleServed.increment();
    }

    void evicted() {
        evictions.increment();
    }

    CacheStatistics statistics(long size) {
        return new CacheStatistics(
                hits.sum(),
                misses.sum(),
                loads.sum(),
                failedLoads.sum(),
                Duration.ofNanos(loadNanos.sum()),
                refreshes.sum(),
                staleServed.sum(),
                evictions.sum(),
                size);
    }
}
