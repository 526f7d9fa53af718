package io.claviger.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.Reason;
import io.claviger.RetryPolicy;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.failure.Failures;
import io.claviger.support.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("§10: the retry loop at its edges")
class RetriesTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final ManualTime time = new ManualTime();
    private final List<Duration> given = new ArrayList<>();

    @Test
    void attempts_always_areGivenTheTimeThatIsLeft() {
        CompletableFuture<String> result =
                run(RetryPolicy.standard().withFirstDelay(Duration.ofSeconds(2)), left -> failed(passing()));
        time.advance(TIMEOUT);

        assertThat(result).isCompletedExceptionally();
        assertThat(given.get(0)).isEqualTo(TIMEOUT);
        assertThat(given.get(1)).isBetween(Duration.ofSeconds(8), Duration.ofMillis(8500));
        assertThat(given.get(2)).isBetween(Duration.ofSeconds(4), Duration.ofMillis(5500));
        assertThat(given).hasSize(3);
    }

    @Test
    void attempt_thatThrows_failsTheWholeAndHidesWhatItThrew() {
        CompletableFuture<String> result = run(RetryPolicy.none(), left -> {
            throw new IllegalStateException("canary");
        });

        assertThat(failure(result).detail()).contains("IllegalStateException").doesNotContain("canary");
    }

    @Test
    void wait_thatEndsExactlyAtTheDeadline_isNotBegun() {
        CompletableFuture<String> result =
                run(RetryPolicy.standard(), left -> failed(passing().withRetryAfter(TIMEOUT)));

        assertThat(failure(result).retryAfter()).isEqualTo(TIMEOUT);
        assertThat(time.scheduled()).isZero();
    }

    @Test
    void wait_thatEndsJustBeforeTheDeadline_isBegun() {
        Duration wait = TIMEOUT.minusNanos(1);
        CompletableFuture<String> result = run(
                RetryPolicy.standard().withAttempts(2), left -> failed(passing().withRetryAfter(wait)));
        assertThat(result).isNotDone();

        time.advance(wait);

        assertThat(given).containsExactly(TIMEOUT, Duration.ofNanos(1));
        assertThat(result).isCompletedExceptionally();
    }

    @Test
    void firstDelay_ofCenturies_failsAtOnceAndTellsSo() {
        for (Duration delay : new Duration[] {Duration.ofDays(40_000), Duration.ofSeconds(Long.MAX_VALUE)}) {
            for (int attempts : new int[] {2, 10}) {
                given.clear();
                CompletableFuture<String> result = run(
                        RetryPolicy.standard().withFirstDelay(delay).withAttempts(attempts), left -> failed(passing()));
                assertThat(result).isCompletedExceptionally();
                assertThat(given).hasSize(1);
            }
        }
    }

    @Test
    void failure_thatMayNotBeRepeated_isTheLast() {
        CompletableFuture<String> result =
                new Retries(RetryPolicy.standard(), time).run(TIMEOUT, failure -> false, left -> failed(passing()));

        assertThat(result).isCompletedExceptionally();
        assertThat(time.scheduled()).isZero();
    }

    @Test
    void attempt_thatSucceedsLater_completesTheWhole() {
        CompletableFuture<String> slow = new CompletableFuture<>();
        CompletableFuture<String> result = run(RetryPolicy.standard(), left -> slow);
        time.advance(SECOND);
        assertThat(result).isNotDone();

        slow.complete("value");

        assertThat(result).isCompletedWithValue("value");
        assertThat(given).hasSize(1);
    }

    private CompletableFuture<String> run(RetryPolicy policy, Function<Duration, CompletableFuture<String>> attempt) {
        return new Retries(policy, time).run(TIMEOUT, failure -> true, left -> {
            given.add(left);
            return attempt.apply(left);
        });
    }

    private static Failure passing() {
        return Failure.of(Reason.UNREACHABLE, "Down.");
    }

    private static CompletableFuture<String> failed(Failure failure) {
        return CompletableFuture.failedFuture(new FailureException(failure));
    }

    private static Failure failure(CompletableFuture<String> result) {
        assertThat(result).isCompletedExceptionally();
        return result.handle((value, thrown) -> Failures.of(thrown)).join();
    }
}
