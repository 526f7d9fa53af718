package io.claviger.internal.call;

import io.claviger.Reason;
import io.claviger.TimeSource;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.failure.Failures;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets at most so many calls be under way at once. The others wait for their turn, in the order in which they came, without
 * a thread and no longer than their deadline; too many of them are turned away.
 */
public final class Turns {

    // whoever chooses what is read must not fill the memory with what waits
    private static final int MOST_WAITING = 10_000;

    private final int most;
    private final TimeSource time;
    private final ReentrantLock lock = new ReentrantLock();
    // guarded by the lock
    private final ArrayDeque<CompletableFuture<Void>> waiting = new ArrayDeque<>();
    private int underWay;
    // calls that end at once must not begin each other ever deeper
    private final ThreadLocal<Boolean> giving = ThreadLocal.withInitial(() -> false);

    /**
     * Creates turns that are all free.
     *
     * @param most how many calls may be under way at once
     * @param time measures deadlines
     */
    public Turns(int most, TimeSource time) {
        this.most = most;
        this.time = time;
    }

    /**
     * Starts a call when it is its turn, which lasts as long as the call's future.
     *
     * @param timeout how long it may wait for that
     * @param call starts it; is not asked if its deadline passed before
     * @param <T> what it gives
     * @return completes as the call does, or with a {@link FailureException}
     */
    public <T> CompletableFuture<T> take(Duration timeout, Supplier<CompletableFuture<T>> call) {
        return keep(timeout, end -> call.get().whenComplete((value, failure) -> end.run()));
    }

    /**
     * Starts a call when it is its turn, which lasts until the call says so: its thread may be busy for longer than anybody
     * waits for its result.
     *
     * @param timeout how long it may wait for that
     * @param call starts it, and is handed what to run when it is really over; is not asked if its deadline passed before
     * @param <T> what it gives
     * @return completes as the call does, or with a {@link FailureException}
     */
    public <T> CompletableFuture<T> keep(Duration timeout, Function<Runnable, CompletableFuture<T>> call) {
        CompletableFuture<Void> turn = new CompletableFuture<>();
        return switch (admit(turn)) {
            case NOW -> begin(call);
            case LATER -> inTime(turn, timeout).thenCompose(come -> begin(call));
            case NEVER ->
                CompletableFuture.failedFuture(new FailureException(Failure.of(
                        Reason.THROTTLED, "Too many reads wait for their turn here: ask for less at once.")));
        };
    }

    private Admission admit(CompletableFuture<Void> turn) {
        lock.lock();
        try {
            if (underWay < most) {
                underWay++;
                return Admission.NOW;
            }
            if (waiting.size() >= MOST_WAITING) {
                return Admission.NEVER;
            }
            waiting.add(turn);
            return Admission.LATER;
        } finally {
            lock.unlock();
        }
    }

    private CompletableFuture<Void> inTime(CompletableFuture<Void> turn, Duration timeout) {
        TimeSource.Timer deadline = time.schedule(timeout, () -> {
            withdraw(turn);
            turn.completeExceptionally(Waiter.late(timeout));
        });
        return turn.whenComplete((come, late) -> deadline.cancel());
    }

    private void withdraw(CompletableFuture<Void> turn) {
        lock.lock();
        try {
            waiting.removeIf(other -> other == turn);
        } finally {
            lock.unlock();
        }
    }

    // whatever goes wrong at the beginning of a call, the next one gets its turn
    @SuppressWarnings("CatchingUnchecked")
    private <T> CompletableFuture<T> begin(Function<Runnable, CompletableFuture<T>> call) {
        AtomicBoolean ended = new AtomicBoolean();
        Runnable end = () -> {
            if (!ended.getAndSet(true)) {
                end();
            }
        };
        try {
            return call.apply(end);
        } catch (Throwable thrown) {
            end.run();
            return CompletableFuture.failedFuture(new FailureException(Failures.of(thrown)));
        }
    }

    private void end() {
        free();
        if (!giving.get()) {
            giving.set(true);
            try {
                giveAll();
            } finally {
                giving.remove();
            }
        }
    }

    private void giveAll() {
        for (CompletableFuture<Void> next = next(); next != null; next = next()) {
            if (!next.complete(null)) {
                // its deadline was faster
                free();
            }
        }
    }

    private void free() {
        lock.lock();
        try {
            underWay--;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable CompletableFuture<Void> next() {
        lock.lock();
        try {
            CompletableFuture<Void> next = underWay < most ? waiting.poll() : null;
            underWay += next == null ? 0 : 1;
            return next;
        } finally {
            lock.unlock();
        }
    }

    private enum Admission {
        NOW,
        LATER,
        NEVER
    }
}
