package io.claviger.internal.cache;

import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;
import io.claviger.spi.Locator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Remembers for a short while that secrets are not there or not for us (C8). */
final class Absences {

    // callers choose what they ask for: beyond this, absence is not remembered
    private static final int MOST = 1_000;

    private final SecretCache cache;
    private final ConcurrentHashMap<Locator, Slot> slots;
    private final AtomicInteger remembered = new AtomicInteger();

    Absences(SecretCache cache, ConcurrentHashMap<Locator, Slot> slots) {
        this.cache = cache;
        this.slots = slots;
    }

    /** The remembered failure, in an exception of its own; {@code null} if its time is over: ask again. */
    @Nullable
    CompletableFuture<Fetched> answer(Locator locator, Absence absence) {
        if (cache.clock().nanos() - absence.until() >= 0) {
            slots.remove(locator, absence);
            return null;
        }
        cache.counters().hit();
        return CompletableFuture.failedFuture(new FailureException(absence.failure()));
    }

    /** Puts a failure into the place of what failed, if it is one to be remembered, and else takes that away. */
    boolean replace(Locator locator, Slot before, Failure failure) {
        long memory = cache.planner().policy().absence().toNanos();
        if (memory == 0 || !failure.definite() || remembered.get() >= MOST) {
            return slots.remove(locator, before);
        }
        Absence absence = new Absence(failure.remembered(), cache.clock().nanos() + memory);
        if (!slots.replace(locator, before, absence)) {
            return false;
        }
        remembered.incrementAndGet();
        var unused = cache.agenda().at(absence.until(), () -> {
            remembered.decrementAndGet();
            slots.remove(locator, absence);
        });
        return true;
    }
}
