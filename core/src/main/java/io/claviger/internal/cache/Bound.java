package io.claviger.internal.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the number of cached secrets within its bound (C11): Caffeine decides which one goes.
 *
 * <p>Warm reads do not pass here, which keeps them fast; what was read lately is told to Caffeine just before it has to
 * choose.
 */
final class Bound {

    private final long maximum;
    private final Cache<Entry, Boolean> entries;

    Bound(long maximum, Consumer<Entry> evicted) {
        this.maximum = maximum;
        this.entries = Caffeine.newBuilder()
                .maximumSize(maximum)
                .executor(Runnable::run)
                .evictionListener((@Nullable Entry entry, @Nullable Boolean present, RemovalCause cause) -> {
                    if (entry != null) {
                        evicted.accept(entry);
                    }
                })
                .build();
    }

    void add(Entry entry) {
        if (entries.estimatedSize() >= maximum) {
            reportUse();
        }
        entries.put(entry, Boolean.TRUE);
    }

    private void reportUse() {
        for (Entry entry : entries.asMap().keySet()) {
            if (entry.takeUsed()) {
                var unused = entries.getIfPresent(entry);
            }
        }
    }

    void remove(Entry entry) {
        entries.invalidate(entry);
    }

    long size() {
        entries.cleanUp();
        return entries.estimatedSize();
    }
}
