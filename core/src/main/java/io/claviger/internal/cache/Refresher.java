package io.claviger.internal.cache;

import io.claviger.SecretLease;
import io.claviger.SecretSnapshot;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.failure.Failures;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Reads cached secrets again: before they expire (C6), when a service refused them, and while they are stale (C7). At most
 * one such read of a secret is under way.
 */
final class Refresher {

    private final CacheScope scope;
    private final SecretCache cache;
    private final Upstream upstream;

    Refresher(CacheScope scope, SecretCache cache, Upstream upstream) {
        this.scope = scope;
        this.cache = cache;
        this.upstream = upstream;
    }

    /** Reads a secret again in the background, or finds out that there is no need yet. */
    void refreshAhead(Entry entry) {
        SecretSnapshot known = entry.snapshot();
        Term term = entry.term();
        long age = entry.age();
        boolean hurry = entry.stale() || entry.refresh().suspect() || age >= term.lastRefresh();
        if (known == null) {
            return;
        }
        if (hurry) {
            var unused = begin(entry, Load.refresh(scope.now(), entry), cache.usualTimeout());
            return;
        }
        // not due again while the vault is asked
        entry.refresh().postpone(age + cache.usualTimeout().toNanos());
        var unused = upstream.unchanged(entry.locator(), known, cache.usualTimeout())
                .whenComplete((same, thrown) -> probed(entry, thrown == null && same));
    }

    // an unchanged secret is looked at again halfway to its expiration, which stays as it is
    private void probed(Entry entry, boolean same) {
        if (entry.emptied()) {
            return;
        }
        if (same) {
            long age = entry.age();
            entry.refresh().postpone(age + (entry.term().life() - age) / 2);
            cache.planner().look(entry);
        } else {
            var unused = begin(entry, Load.refresh(scope.now(), entry), cache.usualTimeout());
        }
    }

    private Load begin(Entry entry, Load mine, Duration timeout) {
        Load other = entry.refresh().begin(mine);
        if (other != null) {
            return other;
        }
        cache.counters().refresh();
        scope.start(entry.locator(), mine, timeout);
        return mine;
    }

    /** Reads a secret again for those who wait for it. */
    CompletableFuture<Fetched> refetch(Entry entry, Duration timeout) {
        cache.counters().miss();
        return begin(entry, Load.afterRefusal(scope.now(), entry), timeout).result();
    }

    /** Says what a refresh that gave nothing means for the secret that is still cached. */
    void failed(Entry entry, Failure failure) {
        RefreshState state = entry.refresh();
        boolean gone = failure.definite() && (state.suspect() || entry.stale());
        if (gone || (entry.stale() && !failure.passing())) {
            scope.dropAbsent(entry, failure);
        } else if (failure.definite()) {
            state.suspected(entry.age(), entry.locator().hashCode());
        } else {
            state.failed(entry.age(), entry.locator().hashCode(), failure);
        }
        cache.planner().look(entry);
    }

    /** A stale secret at once if the vault is known to be unavailable; else whatever the vault says now. */
    CompletableFuture<Fetched> answerStale(Entry entry, SecretSnapshot snapshot, Duration timeout) {
        boolean unavailable = entry.refresh().unavailable(entry.age());
        Load load = entry.refresh().running();
        if (load == null && !resting(entry)) {
            load = begin(entry, Load.refresh(scope.now(), entry), timeout);
        }
        // an executor that runs at once has the answer by now: it counts, whatever was known before
        boolean answered = load != null && load.result().isDone();
        if (load == null || (unavailable && !answered)) {
            cache.counters().staleServed();
            return CompletableFuture.completedFuture(Fetched.stale(snapshot, entry));
        }
        cache.counters().miss();
        return load.result().handle((fetched, thrown) -> orStale(entry, fetched, thrown));
    }

    private static boolean resting(Entry entry) {
        long age = entry.age();
        return entry.refresh().unavailable(age) && age < entry.refresh().restUntil(entry.term());
    }

    private Fetched orStale(Entry entry, @Nullable Fetched fetched, @Nullable Throwable thrown) {
        if (fetched != null) {
            return fetched;
        }
        Failure failure = Failures.of(thrown == null ? new IllegalStateException() : thrown);
        SecretSnapshot snapshot = entry.snapshot();
        if (failure.passing() && snapshot != null) {
            cache.counters().staleServed();
            return Fetched.stale(snapshot, entry);
        }
        throw new FailureException(failure);
    }

    /** Makes a lease last longer, so that the credential need not be replaced before its expiration (C9). */
    void renewLease(Entry entry) {
        SecretLease lease = entry.lifespan().lease();
        if (lease != null) {
            // the vault counts from some time between now and its answer
            long asked = entry.age();
            var unused = upstream.renew(lease, cache.usualTimeout()).whenComplete((length, thrown) -> {
                if (thrown == null) {
                    renewed(entry, asked, length);
                } else {
                    notRenewed(entry, Failures.of(thrown));
                }
                cache.planner().look(entry);
            });
        }
    }

    private static void renewed(Entry entry, long asked, Optional<Duration> length) {
        length.ifPresentOrElse(lasts -> entry.lifespan().renewed(asked, lasts), () -> entry.lifespan()
                .notRenewed());
    }

    private static void notRenewed(Entry entry, Failure failure) {
        if (failure.passing()) {
            entry.lifespan().renewalFailed(entry.age());
        } else {
            entry.lifespan().notRenewed();
        }
    }
}
