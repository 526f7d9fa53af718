package io.claviger.internal.cache;

import io.claviger.CachePolicy;
import io.claviger.CachedSecret;
import io.claviger.Owner;
import io.claviger.SecretSnapshot;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;
import io.claviger.spi.Locator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The cached secrets of one session owner of one generation of one integration.
 *
 * <p>For each locator there is at most one slot: a load under way, a secret, or a remembered absence. A load is published
 * by replacing its own slot, or the secret that it refreshes, so that a reset, which takes the slot away, leaves it nothing
 * to replace (C4, C5); whoever waited for it then is told to ask again. A secret is emptied before it is taken out of its
 * slot: whoever finds the slot free may rely on it that nobody reads the former one any more. No lock is held while a vault
 * is read (C13).
 */
public final class CacheScope {

    private final SecretCache cache;
    private final ScopeLabel label;
    private final ConcurrentHashMap<Locator, Slot> slots = new ConcurrentHashMap<>();
    private final Absences absences;
    private final Refresher refresher;
    private final Loads loads;
    private volatile boolean retired;

    CacheScope(SecretCache cache, ScopeLabel label, Upstream upstream) {
        this.cache = cache;
        this.label = label;
        this.absences = new Absences(cache, slots);
        this.refresher = new Refresher(this, cache, upstream);
        this.loads = new Loads(this, cache, slots, upstream, absences);
    }

    Owner owner() {
        return label.owner();
    }

    CachePolicy policy() {
        return cache.planner().policy();
    }

    long now() {
        return cache.clock().nanos();
    }

    /**
     * Returns a secret from the cache, or from its vault with all others who miss it now.
     *
     * @param locator what to read
     * @param timeout how long the read may take, if this caller is the one to start it
     * @return completes with the secret, or with a {@link FailureException}
     */
    public CompletableFuture<Fetched> fetch(Locator locator, Duration timeout) {
        while (true) {
            Slot slot = slots.get(locator);
            CompletableFuture<Fetched> answer = slot == null ? begin(locator, timeout) : answer(locator, slot, timeout);
            if (answer != null) {
                return answer;
            }
        }
    }

    /**
     * Tells whether a secret is answered from memory now, as it is or as absent.
     *
     * @param locator which secret
     * @return {@code false} if its vault is or has to be asked
     */
    public boolean answers(Locator locator) {
        Slot slot = slots.get(locator);
        return slot != null && !(slot instanceof Load);
    }

    private @Nullable CompletableFuture<Fetched> begin(Locator locator, Duration timeout) {
        Load mine = Load.first(now());
        if (slots.putIfAbsent(locator, mine) != null) {
            return null;
        }
        cache.counters().miss();
        start(locator, mine, timeout);
        return mine.result();
    }

    private @Nullable CompletableFuture<Fetched> answer(Locator locator, Slot slot, Duration timeout) {
        if (slot instanceof Load load) {
            cache.counters().miss();
            return load.result();
        }
        if (slot instanceof Absence absence) {
            return absences.answer(locator, absence);
        }
        Entry entry = (Entry) slot;
        SecretSnapshot snapshot = entry.snapshot();
        if (snapshot == null) {
            // about to be taken away by whoever empties it, and perhaps not emptied to the last place yet
            drop(entry);
            return null;
        }
        if (entry.stale()) {
            return refresher.answerStale(entry, snapshot, timeout);
        }
        cache.counters().hit();
        entry.touched();
        return CompletableFuture.completedFuture(Fetched.cached(snapshot, entry));
    }

    /**
     * Reads a secret again because a service has refused it, unless that was done a moment ago.
     *
     * @param locator what to read
     * @param timeout how long the read may take
     * @return completes with the secret that is current now, or with a {@link FailureException}
     */
    public CompletableFuture<Fetched> refetch(Locator locator, Duration timeout) {
        return slots.get(locator) instanceof Entry entry && entry.mayBeRefetched()
                ? refresher.refetch(entry, timeout)
                : fetch(locator, timeout);
    }

    /**
     * Returns a secret that goes with another one, which was read just now or is cached: it is read again if it was cached
     * before that one was read.
     *
     * @param locator what to read
     * @param other the other secret
     * @param timeout how long the read may take
     * @return completes with the secret, without one if it could not be read a moment ago, or with a
     *     {@link FailureException}
     */
    public CompletableFuture<Fetched> fetchAlong(Locator locator, Fetched other, Duration timeout) {
        Entry guide = other.entry();
        if (guide != null && slots.get(locator) instanceof Entry entry && entry.olderThan(guide)) {
            return entry.failedLately()
                    ? CompletableFuture.completedFuture(Fetched.VOID)
                    : refresher.refetch(entry, timeout);
        }
        return fetch(locator, timeout);
    }

    void refreshAhead(Entry entry) {
        refresher.refreshAhead(entry);
    }

    void renewLease(Entry entry) {
        refresher.renewLease(entry);
    }

    /** Starts a read whose load is in its slot, or refreshes the secret that is. */
    void start(Locator locator, Load load, Duration timeout) {
        loads.start(locator, load, timeout);
    }

    void refreshFailed(Entry entry, Failure failure) {
        refresher.failed(entry, failure);
    }

    boolean retired() {
        return retired;
    }

    /** Takes away a secret whose time is over. Whoever misses it now waits for its refresh, if one is under way (C3). */
    void expire(Entry entry) {
        Load refresh = entry.refresh().running();
        if (refresh != null && slots.replace(entry.locator(), entry, refresh)) {
            if (refresh.settled()) {
                slots.remove(entry.locator(), refresh);
            }
            discard(entry);
        } else {
            drop(entry);
        }
    }

    /** Takes away a secret because the vault says that it is not there or not for us any more. */
    void dropAbsent(Entry entry, Failure failure) {
        entry.empty();
        if (absences.replace(entry.locator(), entry, failure)) {
            discard(entry);
        }
    }

    /**
     * Drops one secret, and makes void a load of it that is under way.
     *
     * @param locator which secret
     */
    public void reset(Locator locator) {
        empty(slots.get(locator));
        discard(slots.remove(locator));
    }

    // what a refresh has just taken the slot of may still be filled
    private static void empty(@Nullable Slot slot) {
        if (slot instanceof Entry entry) {
            entry.empty();
        } else if (slot instanceof Load load && load.predecessor() != null) {
            load.predecessor().empty();
        }
    }

    /** Drops every secret, and makes void every load under way. */
    public void reset() {
        slots.keySet().forEach(this::reset);
    }

    /**
     * Drops every secret because the session is over in which they were read. Reads under way go on, in another session if
     * there is one: what they bring is theirs, and is not asked for a second time (C9).
     */
    public void sessionOver() {
        slots.forEach((locator, slot) -> {
            if (slot instanceof Entry entry) {
                expire(entry);
            } else if (slot instanceof Absence) {
                slots.remove(locator, slot);
            } else {
                empty(slot);
            }
        });
    }

    /** Drops every secret for good: nothing is published here from now on. */
    public void retire() {
        retired = true;
        reset();
        cache.retired(this);
    }

    /** Drops one entry, unless another has taken its place. */
    void drop(Entry entry) {
        entry.empty();
        slots.remove(entry.locator(), entry);
        discard(entry);
    }

    void discard(@Nullable Slot slot) {
        empty(slot);
        if (slot instanceof Entry entry) {
            cache.forget(entry);
        }
    }

    void policyChanged() {
        slots.values().forEach(slot -> {
            if (slot instanceof Entry entry) {
                cache.planner().look(entry);
            }
        });
    }

    boolean watch(Entry entry, Runnable gone) {
        return cache.planner().watch(entry, gone);
    }

    void unwatch(Entry entry, Runnable gone) {
        cache.planner().unwatch(entry, gone);
    }

    /**
     * Returns what is cached, without values.
     *
     * @param wall the wall clock now
     * @return one description for each secret, in no order
     */
    public List<CachedSecret> contents(Instant wall) {
        return slots.values().stream()
                .filter(Entry.class::isInstance)
                .flatMap(slot -> ((Entry) slot).describe(label, wall).stream())
                .toList();
    }
}
