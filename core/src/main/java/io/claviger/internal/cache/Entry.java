package io.claviger.internal.cache;

import io.claviger.CachedSecret;
import io.claviger.SecretSnapshot;
import io.claviger.SecretValue;
import io.claviger.internal.time.Agenda;
import io.claviger.spi.Locator;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One cached secret. Once emptied, by expiry, eviction, refresh or reset, it never holds a value again and keeps none alive.
 *
 * <p>While it is stale (C7) it holds its secret and has no filled places: only those who miss are served from it.
 */
public final class Entry implements Slot {

    private final CacheScope scope;
    private final Locator locator;
    private final long fetchedAt;
    private final Lifespan lifespan;
    private final RefreshState refresh = new RefreshState();
    private final RefetchBudget refetches;
    private final ConcurrentHashMap<Optional<String>, Cell> cells = new ConcurrentHashMap<>(1);
    private volatile @Nullable SecretSnapshot snapshot;
    private volatile boolean stale;
    // guarded by the planning lock of the cache
    private @Nullable Set<Runnable> watchers;
    private Agenda.@Nullable Item next;

    Entry(CacheScope scope, Locator locator, SecretSnapshot snapshot, Load load) {
        this.scope = scope;
        this.locator = locator;
        this.snapshot = snapshot;
        this.fetchedAt = load.startedAt();
        this.lifespan = new Lifespan(snapshot, locator.hashCode() ^ Long.hashCode(fetchedAt));
        this.refetches = RefetchBudget.after(load, snapshot);
    }

    CacheScope scope() {
        return scope;
    }

    Locator locator() {
        return locator;
    }

    boolean isOfSameSecretAs(Entry other) {
        return scope == other.scope && locator.equals(other.locator);
    }

    RefreshState refresh() {
        return refresh;
    }

    RefetchBudget refetches() {
        return refetches;
    }

    boolean mayBeRefetched() {
        return refetches.allows(age()) && !failedLately();
    }

    boolean failedLately() {
        return age() - refresh.failedAt() < RefetchBudget.SHORTEST;
    }

    boolean olderThan(Entry other) {
        return fetchedAt - other.fetchedAt < 0;
    }

    Lifespan lifespan() {
        return lifespan;
    }

    Term term() {
        return lifespan.term(scope.policy());
    }

    /** How long ago it was fetched, in nanoseconds. */
    long age() {
        return scope.now() - fetchedAt;
    }

    long fetchedAt() {
        return fetchedAt;
    }

    @Nullable
    SecretSnapshot snapshot() {
        return snapshot;
    }

    boolean stale() {
        return stale;
    }

    boolean emptied() {
        return snapshot == null;
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
        Cell created = new Cell(this, value);
        Cell earlier = cells.putIfAbsent(field, created);
        if (snapshot == null || stale) {
            // emptied meanwhile, perhaps before this place was there to be emptied with it
            clearCells();
        }
        return earlier == null ? created : earlier;
    }

    private void clearCells() {
        cells.values().forEach(Cell::clear);
    }

    boolean takeUsed() {
        boolean used = false;
        for (Cell cell : cells.values()) {
            used |= cell.takeUsed();
        }
        return used;
    }

    /** Is told of the first hit after a while. */
    void touched() {
        if (refresh.takeHit()) {
            scope.refreshAhead(this);
        }
    }

    /** From now on the next hit starts a refresh. */
    void refreshAtNextHit() {
        refresh.awaitHit();
        var unused = takeUsed();
    }

    void becomeStale() {
        stale = true;
        clearCells();
        cells.clear();
    }

    /** Its expiration was put off: it is served as any other again. */
    void becomeFresh() {
        stale = false;
    }

    void empty() {
        snapshot = null;
        clearCells();
    }

    /** What it is, without values; empty if it is emptied. */
    Optional<CachedSecret> describe(ScopeLabel label, Instant wall) {
        SecretSnapshot current = snapshot;
        if (current == null) {
            return Optional.empty();
        }
        Instant fetched = wall.minusNanos(age());
        return Optional.of(new CachedSecret(
                label.alias(),
                locator.toString(),
                Optional.ofNullable(label.sessionOwner()),
                current.version(),
                fetched,
                fetched.plusNanos(term().life()),
                stale));
    }

    /**
     * Keeps this secret fresh without hits, and tells when it is not this entry's any more.
     *
     * @param gone is run once, when the entry was emptied; must not block
     * @return {@code false} if it is emptied already
     */
    public boolean watch(Runnable gone) {
        return scope.watch(this, gone);
    }

    /**
     * Ends what {@link #watch} began.
     *
     * @param gone the same as there
     */
    public void unwatch(Runnable gone) {
        scope.unwatch(this, gone);
    }

    // the rest is called under the planning lock

    void addWatcher(Runnable gone) {
        if (watchers == null) {
            watchers = new LinkedHashSet<>();
        }
        watchers.add(gone);
    }

    void removeWatcher(Runnable gone) {
        if (watchers != null) {
            watchers.remove(gone);
        }
    }

    boolean watched() {
        return watchers != null && !watchers.isEmpty();
    }

    Set<Runnable> takeWatchers() {
        Set<Runnable> taken = watchers == null ? Set.of() : watchers;
        watchers = null;
        return taken;
    }

    Agenda.@Nullable Item next() {
        return next;
    }

    void setNext(Agenda.@Nullable Item item) {
        next = item;
    }
}
