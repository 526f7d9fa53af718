package io.claviger.internal.call;

import io.claviger.Reason;
import io.claviger.TimeSource;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.failure.Failures;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
        TimeSource.Timer timer =
                time.schedule(timeout, () -> own.completeExceptionally(new FailureException(late(timeout))));
        try {
            return result(own);
        } finally {
            timer.cancel();
        }
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

    private static Failure late(Duration timeout) {
        return Failure.of(
                Reason.UNREACHABLE, "The vault did not answer within " + timeout.toMillis() + " milliseconds.");
    }

    private static FailureException failure(ExecutionException e) {
        Throwable cause = e.getCause();
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof FailureException failure
                ? failure
                : new FailureException(Failures.of(cause == null ? e : cause));
    }
}
