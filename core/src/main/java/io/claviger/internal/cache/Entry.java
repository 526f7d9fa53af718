package io.claviger.internal.cache;

import io.claviger.SecretSnapshot;
import io.claviger.SecretValue;
import io.claviger.spi.Locator;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One cached secret. Once emptied, by expiry, eviction or reset, it never holds a value again and keeps none alive.
 */
public final class Entry implements Slot {

    private final CacheScope scope;
    private final Locator locator;
    private final long fetchedAt;
    private final @Nullable Duration lifetime;
    private final ConcurrentHashMap<Optional<String>, Cell> cells = new ConcurrentHashMap<>();
    private volatile @Nullable SecretSnapshot snapshot;

    Entry(CacheScope scope, Locator locator, SecretSnapshot snapshot, long fetchedAt) {
        this.scope = scope;
        this.locator = locator;
        this.snapshot = snapshot;
        this.fetchedAt = fetchedAt;
        this.lifetime = snapshot.lifetime().orElse(null);
    }

    CacheScope scope() {
        return scope;
    }

    Locator locator() {
        return locator;
    }

    /** When it may not be served any more, by the life clock. */
    long deadline(Duration expiration) {
        Duration life = lifetime != null && lifetime.compareTo(expiration) < 0 ? lifetime : expiration;
        return fetchedAt + life.toNanos();
    }

    @Nullable
    SecretSnapshot snapshot() {
        return snapshot;
    }

    /**
     * Returns the place of one value of this secret.
     *
     * @param field what is selected; empty for the whole
     * @return the place, or {@code null} if the secret has no such field or is not cached any more
     */
    public @Nullable Cell cell(Optional<String> field) {
        Cell known = cells.get(field);
        return known != null ? known : newCell(field);
    }

    private @Nullable Cell newCell(Optional<String> field) {
        SecretSnapshot current = snapshot;
        SecretValue value =
                current == null ? null : Selection.of(current, field).orElse(null);
        if (value == null) {
            return null;
        }
        Cell created = new Cell(value);
        Cell earlier = cells.putIfAbsent(field, created);
        if (snapshot == null) {
            // emptied meanwhile, perhaps before this place was there to be emptied with it
            empty();
        }
        return earlier == null ? created : earlier;
    }

    boolean takeUsed() {
        boolean used = false;
        for (Cell cell : cells.values()) {
            used |= cell.takeUsed();
        }
        return used;
    }

    boolean emptied() {
        return snapshot == null;
    }

    void empty() {
        snapshot = null;
        cells.values().forEach(Cell::clear);
    }
}
