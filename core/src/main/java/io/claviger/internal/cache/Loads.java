package io.claviger.internal.cache;

import io.claviger.SecretSnapshot;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.failure.Failures;
import io.claviger.spi.Locator;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads secrets, and puts what that brings into their slots, unless a reset, an end of the session or of the scope has
 * overtaken the read: then it is void, and what was made for it is ended (C4, C5, C9).
 */
final class Loads {

    private final CacheScope scope;
    private final SecretCache cache;
    private final ConcurrentHashMap<Locator, Slot> slots;
    private final Upstream upstream;
    private final Absences absences;

    Loads(
            CacheScope scope,
            SecretCache cache,
            ConcurrentHashMap<Locator, Slot> slots,
            Upstream upstream,
            Absences absences) {
        this.scope = scope;
        this.cache = cache;
        this.slots = slots;
        this.upstream = upstream;
        this.absences = absences;
    }

    /** Starts a read whose load is in its slot, or refreshes the secret that is. */
    void start(Locator locator, Load load, Duration timeout) {
        var unused = upstream.read(locator, timeout)
                .whenComplete((reading, thrown) -> settle(locator, load, reading, thrown));
    }

    private void settle(Locator locator, Load load, @Nullable Reading reading, @Nullable Throwable thrown) {
        cache.counters().loaded(reading != null, Duration.ofNanos(scope.now() - load.startedAt()));
        load.settle();
        if (reading == null) {
            failed(locator, load, Failures.of(thrown == null ? new IllegalStateException() : thrown));
        } else if (reading.snapshot().cacheable()) {
            cached(locator, load, reading);
        } else {
            SecretSnapshot snapshot = reading.snapshot();
            boolean current = takeAway(locator, load) && stands(reading);
            finish(load, snapshot, current ? Fetched.uncached(snapshot) : Fetched.VOID);
        }
    }

    private boolean stands(Reading reading) {
        return !scope.retired() && reading.standing().getAsBoolean();
    }

    private void cached(Locator locator, Load load, Reading reading) {
        SecretSnapshot snapshot = reading.snapshot();
        Entry entry = new Entry(scope, locator, snapshot, load);
        boolean current = publish(locator, load, entry);
        if (current) {
            cache.keep(entry);
            // whoever ends a session or this scope says so first, and empties what is in the slots then
            if (!stands(reading)) {
                scope.drop(entry);
                current = false;
            }
        }
        finish(load, snapshot, current ? Fetched.cached(snapshot, entry) : Fetched.VOID);
    }

    private void finish(Load load, SecretSnapshot snapshot, Fetched fetched) {
        if (fetched == Fetched.VOID) {
            // nobody received what was made for this read: it must not live on
            snapshot.lease().ifPresent(upstream::abandon);
        }
        load.result().complete(fetched);
        endRefresh(load);
    }

    private void failed(Locator locator, Load load, Failure failure) {
        Entry before = load.predecessor();
        boolean kept = before != null && slots.get(locator) == before;
        boolean current = kept || absences.replace(locator, load, failure);
        endRefresh(load);
        if (before != null && kept) {
            scope.refreshFailed(before, failure);
        }
        if (current && !scope.retired()) {
            load.result().completeExceptionally(new FailureException(failure));
        } else {
            load.result().complete(Fetched.VOID);
        }
    }

    private boolean publish(Locator locator, Load load, Entry entry) {
        supersede(locator, load);
        return slots.replace(locator, load, entry);
    }

    private boolean takeAway(Locator locator, Load load) {
        supersede(locator, load);
        return slots.remove(locator, load);
    }

    // a refresh first takes the slot of what it refreshes, unless that has expired meanwhile and it stands there
    // already
    private void supersede(Locator locator, Load load) {
        Entry before = load.predecessor();
        if (before != null && slots.replace(locator, before, load)) {
            scope.discard(before);
        }
    }

    private static void endRefresh(Load load) {
        Entry before = load.predecessor();
        if (before != null) {
            before.refresh().end(load);
        }
    }
}
