package io.claviger.internal.cache;

import io.claviger.Owner;
import io.claviger.SecretSnapshot;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.failure.Failures;
import io.claviger.spi.Call;
import io.claviger.spi.Locator;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The cached secrets of one generation of one integration.
 *
 * <p>For each locator there is at most one slot: a load under way or a secret. A load is published by replacing its own
 * slot, so that a reset, which takes the slot away, leaves it nothing to replace (C4, C5); whoever waited for it then is
 * told to ask again. No lock is held while a vault is read (C13).
 */
public final class CacheScope {

    private final SecretCache cache;
    private final Owner owner;
    private final ConcurrentHashMap<Locator, Slot> slots = new ConcurrentHashMap<>();
    private volatile boolean retired;

    CacheScope(SecretCache cache, Owner owner) {
        this.cache = cache;
        this.owner = owner;
    }

    Owner owner() {
        return owner;
    }

    /**
     * Returns a secret from the cache, or from its vault with all others who miss it now.
     *
     * @param locator what to read
     * @param timeout how long the read may take, if this caller is the one to start it
     * @param reader reads the vault
     * @return completes with the secret, or with a {@link FailureException}
     */
    public CompletableFuture<Fetched> fetch(Locator locator, Duration timeout, Function<Call, SecretSnapshot> reader) {
        Load mine = new Load(cache.clock().nanos());
        while (true) {
            Slot slot = slots.putIfAbsent(locator, mine);
            if (slot == null) {
                cache.counters().miss();
                start(locator, mine, timeout, reader);
                return mine.result();
            }
            if (slot instanceof Load other) {
                cache.counters().miss();
                return other.result();
            }
            Entry entry = (Entry) slot;
            SecretSnapshot snapshot = entry.snapshot();
            if (snapshot != null) {
                cache.counters().hit();
                return CompletableFuture.completedFuture(Fetched.cached(snapshot, entry));
            }
            // emptied, and about to be taken away by whoever emptied it
            slots.remove(locator, entry);
        }
    }

    private void start(Locator locator, Load load, Duration timeout, Function<Call, SecretSnapshot> reader) {
        var unused = cache.calls()
                .start(timeout, reader)
                .whenComplete((snapshot, thrown) -> settle(locator, load, snapshot, thrown));
    }

    private void settle(Locator locator, Load load, @Nullable SecretSnapshot snapshot, @Nullable Throwable thrown) {
        cache.counters().loaded(snapshot != null, Duration.ofNanos(cache.clock().nanos() - load.startedAt()));
        if (snapshot == null || !snapshot.cacheable()) {
            boolean current = slots.remove(locator, load) && !retired;
            conclude(load, current, snapshot == null ? null : Fetched.uncached(snapshot), thrown);
            return;
        }
        Entry entry = new Entry(this, locator, snapshot, load.startedAt());
        boolean current = slots.replace(locator, load, entry);
        if (current) {
            cache.keep(entry);
            if (retired) {
                drop(entry);
                current = false;
            }
        }
        conclude(load, current, Fetched.cached(snapshot, entry), null);
    }

    private static void conclude(Load load, boolean current, @Nullable Fetched fetched, @Nullable Throwable thrown) {
        if (!current) {
            load.result().complete(Fetched.VOID);
        } else if (fetched != null) {
            load.result().complete(fetched);
        } else {
            load.result().completeExceptionally(failure(thrown));
        }
    }

    private static FailureException failure(@Nullable Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return new FailureException(Failures.of(cause == null ? new IllegalStateException() : cause));
    }

    /**
     * Drops one secret, and makes void a load of it that is under way.
     *
     * @param locator which secret
     */
    public void reset(Locator locator) {
        discard(slots.remove(locator));
    }

    /** Drops every secret, and makes void every load under way. */
    public void reset() {
        slots.keySet().forEach(this::reset);
    }

    /** Drops every secret for good: nothing is published here from now on. */
    public void retire() {
        retired = true;
        reset();
    }

    /** Drops one entry, unless another has taken its place. */
    void drop(Entry entry) {
        slots.remove(entry.locator(), entry);
        discard(entry);
    }

    private void discard(@Nullable Slot slot) {
        if (slot instanceof Entry entry) {
            entry.empty();
            cache.forget(entry);
        }
    }
}
