package io.claviger.internal.cache;

import io.claviger.internal.failure.Failure;
import io.claviger.internal.time.Nanos;
import io.claviger.internal.time.Spread;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Where the refresh of one cached secret stands: when it is due, whether it is under way, and how the last one ended (C6).
 * Times are in nanoseconds after the fetch.
 */
final class RefreshState {

    private static final long NEVER = Long.MAX_VALUE;
    private static final long USUAL = -1;
    private static final long NOT_YET = -Duration.ofDays(1).toNanos();
    private static final long FIRST_REST = Duration.ofSeconds(5).toNanos();
    private static final long LONGEST_REST = Duration.ofMinutes(5).toNanos();
    private static final int MOST_DOUBLINGS = 6;
    private static final long CONFIRMATION = Duration.ofSeconds(4).toNanos();
    private static final double SPREAD = 0.25;

    private final AtomicReference<@Nullable Load> running = new AtomicReference<>();
    private final AtomicBoolean awaitsHit = new AtomicBoolean();
    // only the one whose refresh has just ended writes these
    private volatile long postponedTo = USUAL;
    private final AtomicInteger failures = new AtomicInteger();
    private volatile long failedAt = NOT_YET;
    private volatile boolean suspect;
    private volatile boolean unavailable;

    /** When the timer has to look at it; {@link Long#MAX_VALUE} while it waits for a hit or a read is under way. */
    long dueAt(Term term) {
        return awaitsHit.get() || running.get() != null ? NEVER : restUntil(term);
    }

    /** Before that the vault is not asked again. */
    long restUntil(Term term) {
        long postponed = postponedTo;
        return postponed == USUAL ? term.refresh() : postponed;
    }

    /** From now on the next hit starts the refresh. */
    void awaitHit() {
        awaitsHit.set(true);
    }

    /** Waits for no hit any more if its refresh is not due now: the expiration was lengthened. */
    void reconsider(long age, Term term) {
        if (age < restUntil(term)) {
            awaitsHit.set(false);
        }
    }

    /** Takes the turn to start the refresh that was waiting for a hit. */
    boolean takeHit() {
        return awaitsHit.get() && awaitsHit.getAndSet(false);
    }

    /**
     * Begins a refresh.
     *
     * @return the one that is under way already; {@code null} if this one has begun
     */
    @Nullable
    Load begin(Load mine) {
        return running.compareAndExchange(null, mine);
    }

    @Nullable
    Load running() {
        return running.get();
    }

    void end(Load load) {
        running.compareAndSet(load, null);
    }

    /**
     * Whether the vault was unavailable, or asked for fewer requests, when it was asked last, and that was lately: of a vault
     * that nobody has asked for long it is not known.
     */
    boolean unavailable(long age) {
        return unavailable && age - postponedTo < LONGEST_REST;
    }

    /** Whether the last refresh said that the secret is not there or not for us, and the next one is to confirm it. */
    boolean suspect() {
        return suspect;
    }

    /** The age at which a read gave nothing for the last time; long before the fetch if none did. */
    long failedAt() {
        return failedAt;
    }

    /** The secret need not be read before that time. */
    void postpone(long age) {
        postponedTo = age;
    }

    /** The vault said that the secret is not there or not for us: it is asked once more before that is believed. */
    void suspected(long age, int key) {
        failedAt = age;
        suspect = true;
        unavailable = false;
        postponedTo = age + (long) (CONFIRMATION * Spread.below(SPREAD, key, age));
    }

    /** The vault gave no answer about the secret: it is asked again after a rest that doubles each time. */
    void failed(long age, int key, Failure failure) {
        failedAt = age;
        suspect = false;
        unavailable = failure.passing();
        long doubled = FIRST_REST << Math.min(failures.getAndIncrement(), MOST_DOUBLINGS);
        long rest = (long) (Math.min(doubled, LONGEST_REST) * Spread.below(SPREAD, key, age));
        postponedTo = age + Math.max(rest, asked(failure));
    }

    private static long asked(Failure failure) {
        Duration asked = failure.retryAfter();
        return asked == null ? 0 : Math.min(Nanos.of(asked), LONGEST_REST);
    }
}
