package io.claviger.internal.call;

import io.claviger.Reason;
import io.claviger.TimeSource;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.failure.Failures;
import io.claviger.spi.Call;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs calls to vaults on the executor, each ended by its deadline whatever the provider does: its future fails then,
 * and its thread is interrupted.
 */
public final class BoundedCalls {

    private final Executor executor;
    private final TimeSource time;
    private final Waiter waiter;

    /**
     * Creates a runner.
     *
     * @param executor runs tasks that block
     * @param time measures deadlines
     */
    public BoundedCalls(Executor executor, TimeSource time) {
        this.executor = executor;
        this.time = time;
        this.waiter = new Waiter(time);
    }

    /**
     * Returns what waits for such calls.
     *
     * @return the waiter
     */
    public Waiter waiter() {
        return waiter;
    }

    /**
     * Starts a call.
     *
     * @param timeout how long it may take
     * @param work the call; what it throws is sanitized
     * @param <T> what it gives
     * @return completes with what the call gives, or with a {@link FailureException}
     */
    public <T> CompletableFuture<T> start(Duration timeout, Function<Call, T> work) {
        return start(timeout, work, late -> {}, () -> {});
    }

    /**
     * Starts a call whose result must not get lost.
     *
     * @param timeout how long it may take
     * @param work the call; what it throws is sanitized
     * @param unclaimed is handed what the call gives after its deadline, when nobody waits for it any more; runs on the
     *     call's thread
     * @param end is run once when the call is really over, which may be long after its deadline, or is known never to run
     * @param <T> what it gives
     * @return completes with what the call gives, or with a {@link FailureException}
     */
    public <T> CompletableFuture<T> start(
            Duration timeout, Function<Call, T> work, Consumer<T> unclaimed, Runnable end) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Call call = Call.within(timeout, time);
        FutureTask<Void> task = new FutureTask<>(() -> complete(result, work, call, unclaimed), null);
        TimeSource.Timer deadline = time.schedule(timeout, () -> {
            result.completeExceptionally(Waiter.late(timeout));
            task.cancel(true);
        });
        var unused = result.whenComplete((value, failure) -> deadline.cancel());
        submit(() -> runToItsEnd(task, end), result, end);
        return result;
    }

    /**
     * Runs a call and waits for it.
     *
     * @param timeout how long it may take
     * @param work the call
     * @param <T> what it gives
     * @return what the call gives
     * @throws FailureException if it failed or its deadline passed
     */
    public <T> T run(Duration timeout, Function<Call, T> work) {
        return waiter.await(start(timeout, work), timeout);
    }

    // the interrupt that ends a late call is meant for that call, not for what its thread does next
    private static void runToItsEnd(FutureTask<?> task, Runnable end) {
        task.run();
        if (task.isCancelled()) {
            var unused = Thread.interrupted();
        }
        end.run();
    }

    /**
     * Runs a short piece of work that may block, away from the calling thread if the executor takes it.
     *
     * @param work the work
     */
    @SuppressWarnings("CatchingUnchecked")
    public void execute(Runnable work) {
        try {
            executor.execute(work);
        } catch (Throwable refused) {
            work.run();
        }
    }

    // the host's executor may throw anything: those who wait are told all the same
    @SuppressWarnings("CatchingUnchecked")
    private void submit(Runnable task, CompletableFuture<?> result, Runnable end) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            result.completeExceptionally(new FailureException(
                    Failure.of(Reason.UNREACHABLE, "The executor takes no more reads: it is full or shut down.")));
            end.run();
        } catch (Throwable thrown) {
            result.completeExceptionally(new FailureException(Failures.of(thrown)));
            end.run();
        }
    }

    // the executor's last resort: whatever a provider throws, those who wait are told
    @SuppressWarnings("CatchingUnchecked")
    private static <T> void complete(
            CompletableFuture<T> result, Function<Call, T> work, Call call, Consumer<T> unclaimed) {
        try {
            T given = work.apply(call);
            if (!result.complete(given)) {
                // the interrupt was meant for the call, not for what is to be done about its result
                var unused = Thread.interrupted();
                unclaimed.accept(given);
            }
        } catch (Throwable thrown) {
            result.completeExceptionally(new FailureException(Failures.of(thrown)));
        }
    }
}
