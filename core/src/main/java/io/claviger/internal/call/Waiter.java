package io.claviger.internal.call;

import io.claviger.Reason;
import io.claviger.TimeSource;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.failure.Failures;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Waits for what another thread does, at most until a deadline of the injected clock. */
public final class Waiter {

    private final TimeSource time;

    /**
     * Creates a waiter.
     *
     * @param time measures deadlines
     */
    public Waiter(TimeSource time) {
        this.time = time;
    }

    /**
     * Waits for a future. The future itself goes on when the wait ends early: others may wait for it too.
     *
     * @param future what to wait for; completes with a {@link FailureException} or not exceptionally
     * @param timeout how long to wait
     * @param <T> what it gives
     * @return what the future gives
     * @throws FailureException if the future failed, the deadline passed, or this thread was interrupted
     */
    public <T> T await(CompletableFuture<T> future, Duration timeout) {
        return future.isDone() ? result(future) : awaitOpen(future, timeout);
    }

    private <T> T awaitOpen(CompletableFuture<T> future, Duration timeout) {
        CompletableFuture<T> own = future.copy();
        TimeSource.Timer timer = time.schedule(timeout, () -> own.completeExceptionally(late(timeout)));
        try {
            return result(own);
        } finally {
            timer.cancel();
        }
    }

    /**
     * Returns a future that ends as another does, and at a deadline at the latest. The other one goes on.
     *
     * @param future what is waited for
     * @param timeout how long it is waited for
     * @param <T> what it gives
     * @return a future of this waiter's own
     */
    public <T> CompletableFuture<T> bounded(CompletableFuture<T> future, Duration timeout) {
        if (future.isDone()) {
            return future.copy();
        }
        CompletableFuture<T> own = future.copy();
        TimeSource.Timer timer = time.schedule(timeout, () -> own.completeExceptionally(late(timeout)));
        var unused = own.whenComplete((value, thrown) -> timer.cancel());
        return own;
    }

    private static <T> T result(CompletableFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailureException(
                    Failure.of(Reason.UNREACHABLE, "The waiting thread was interrupted before the vault answered."));
        } catch (ExecutionException e) {
            throw failure(e);
        }
    }

    static FailureException late(Duration timeout) {
        return new FailureException(Failure.of(
                Reason.UNREACHABLE, "The vault did not answer within " + timeout.toMillis() + " milliseconds."));
    }

    private static FailureException failure(ExecutionException e) {
        Throwable cause = e.getCause();
        return new FailureException(Failures.of(cause == null ? e : cause));
    }
}
