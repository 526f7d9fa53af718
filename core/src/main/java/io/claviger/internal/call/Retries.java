package io.claviger.internal.call;

import io.claviger.RetryPolicy;
import io.claviger.TimeSource;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.failure.Failures;
import io.claviger.internal.time.Spread;
import io.claviger.spi.Call;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The one retry loop: tries again what a vault could not do for the moment, within the deadline of the whole. No thread
 * waits between two attempts.
 */
public final class Retries {

    private static final double SPREAD = 0.25;

    private final RetryPolicy policy;
    private final TimeSource time;

    /**
     * Creates a loop.
     *
     * @param policy how often, and after which waits
     * @param time measures the waits
     */
    public Retries(RetryPolicy policy, TimeSource time) {
        this.policy = policy;
        this.time = time;
    }

    /**
     * Runs something until it succeeds or must be given up.
     *
     * @param timeout how long all attempts and waits may take together
     * @param repeatable tells whether a failed attempt may be repeated at all
     * @param attempt starts one attempt within the time that is left
     * @param <T> what it gives
     * @return completes as the last attempt does
     */
    public <T> CompletableFuture<T> run(
            Duration timeout, Predicate<Failure> repeatable, Function<Duration, CompletableFuture<T>> attempt) {
        Run<T> run = new Run<>(Call.within(timeout, time), repeatable, attempt);
        run.attempt(1);
        return run.result;
    }

    /** One use of the loop. */
    private final class Run<T> {

        private final Call whole;
        private final Predicate<Failure> repeatable;
        private final Function<Duration, CompletableFuture<T>> attempt;
        private final CompletableFuture<T> result = new CompletableFuture<>();

        Run(Call whole, Predicate<Failure> repeatable, Function<Duration, CompletableFuture<T>> attempt) {
            this.whole = whole;
            this.repeatable = repeatable;
            this.attempt = attempt;
        }

        void attempt(int number) {
            var unused = started().whenComplete((value, thrown) -> {
                if (thrown == null) {
                    result.complete(value);
                } else {
                    failed(number, Failures.of(thrown));
                }
            });
        }

        // whatever goes wrong at the start, those who wait for the result are told
        @SuppressWarnings("CatchingUnchecked")
        private CompletableFuture<T> started() {
            try {
                return attempt.apply(whole.remaining());
            } catch (Throwable thrown) {
                return CompletableFuture.failedFuture(thrown);
            }
        }

        private void failed(int number, Failure failure) {
            Duration wait = wait(number, failure);
            boolean again = number < policy.attempts()
                    && failure.passing()
                    && repeatable.test(failure)
                    && wait.compareTo(whole.remaining()) < 0;
            if (again) {
                var unused = time.schedule(wait, () -> attempt(number + 1));
            } else {
                result.completeExceptionally(new FailureException(failure));
            }
        }

        private Duration wait(int number, Failure failure) {
            double spread = Spread.below(SPREAD, number, time.nanoTime());
            // in floating point, so that no delay overflows
            double doubled = TimeUnit.NANOSECONDS.convert(policy.firstDelay()) * (double) (1L << (number - 1));
            Duration usual = Duration.ofNanos((long) (doubled * spread));
            Duration asked = failure.retryAfter();
            return asked == null || asked.compareTo(usual) < 0 ? usual : asked;
        }
    }
}
