package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.spi.VaultFailure;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A vault that asks for fewer requests is sent none until the time that it named is over, a minute at most")
class RetryThrottleTest {

    private final FakeVault vault = new FakeVault().put("one", "1").put("two", "2");
    private final Fixture fixture = new Fixture(vault, builder -> builder);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void throttledVault_beforeItsTime_isSentNothingAndEverybodyIsToldHowLong() {
        throttleOnce(Duration.ofSeconds(20));
        assertThat(attempt("one").retryAfter()).contains(Duration.ofSeconds(20));

        fixture.time.advance(Duration.ofSeconds(5));
        Resolution other = attempt("two");

        assertThat(other.reason()).contains(Reason.THROTTLED);
        assertThat(other.detail()).contains("fewer requests");
        assertThat(other.retryAfter()).contains(Duration.ofSeconds(15));
        assertThat(vault.reads).containsExactly("one");

        fixture.time.advance(Duration.ofSeconds(15).minusNanos(1));
        assertThat(attempt("two").resolved()).isFalse();
        fixture.time.advance(Duration.ofNanos(1));
        assertThat(attempt("two").resolved()).isTrue();
    }

    @Test
    void throttledVault_thatNamesAnHour_isAskedAgainAfterAMinute() {
        throttleOnce(Duration.ofHours(1));
        assertThat(attempt("one").retryAfter()).contains(Duration.ofHours(1));
        assertThat(attempt("two").retryAfter()).contains(Duration.ofMinutes(1));

        fixture.time.advance(Duration.ofMinutes(1));

        assertThat(attempt("two").resolved()).isTrue();
    }

    @Test
    void throttledVault_thatNamesNoTime_isAskedAgainAtOnce() {
        vault.beforeReply = () -> {
            vault.beforeReply = () -> {};
            throw VaultFailure.of(VaultFailure.Kind.THROTTLED, "Slow down.");
        };
        assertThat(attempt("one").reason()).contains(Reason.THROTTLED);

        assertThat(attempt("two").resolved()).isTrue();
    }

    @Test
    void unavailableVault_thatNamesATime_isAskedByOthersBeforeIt() {
        vault.beforeReply = () -> {
            vault.beforeReply = () -> {};
            throw VaultFailure.of(VaultFailure.Kind.UNAVAILABLE, "Down.").retryAfter(Duration.ofSeconds(20));
        };
        attempt("one");

        assertThat(attempt("two").resolved()).isTrue();
    }

    @Test
    void cachedValues_ofAThrottledVault_areServed() {
        assertThat(attempt("two").resolved()).isTrue();
        throttleOnce(Duration.ofSeconds(20));
        attempt("one");

        assertThat(attempt("two").orElseThrow().revealText()).isEqualTo("2");
    }

    @Test
    void throttledVault_doesNotMakeAnotherIntegrationWait() {
        fixture.manager.connect("other", "fake", Settings.empty(), Fixture.renewing("robot"));
        throttleOnce(Duration.ofSeconds(20));
        attempt("one");

        assertThat(fixture.secrets.attempt(SecretReference.of("other", "two")).resolved())
                .isTrue();
    }

    @Test
    void retryLoop_ofAThrottledRead_goesOnWhenTheTimeIsOver() {
        try (Fixture retrying = new Fixture(vault, builder -> builder.retries(RetryPolicy.standard()))) {
            throttleOnce(Duration.ofSeconds(4));
            CompletableFuture<SecretValue> one = retrying.secrets.resolveAsync(SecretReference.of("team", "one"));
            CompletableFuture<SecretValue> two = retrying.secrets.resolveAsync(SecretReference.of("team", "two"));
            retrying.time.advance(Duration.ofSeconds(4).minusNanos(1));
            assertThat(vault.reads).containsExactly("one");
            assertThat(one).isNotDone();

            retrying.time.advance(Duration.ofNanos(1));

            assertThat(one.join().revealText()).isEqualTo("1");
            assertThat(two.join().revealText()).isEqualTo("2");
            assertThat(vault.reads).hasSize(3);
        }
    }

    @Test
    void retries_thatWait_holdNoThread() {
        Deque<Runnable> queue = new ArrayDeque<>();
        Fixture handDriven =
                new Fixture(vault, builder -> builder.executor(queue::add).retries(RetryPolicy.standard()));
        vault.beforeReply = () -> {
            vault.beforeReply = () -> {};
            throw VaultFailure.of(VaultFailure.Kind.UNAVAILABLE, "Down.");
        };
        CompletableFuture<SecretValue> read = handDriven.secrets.resolveAsync(SecretReference.of("team", "one"));
        runAll(queue);

        // the failed attempt is over, and nothing runs or waits to run until the delay is over
        assertThat(vault.reads).hasSize(1);
        assertThat(read).isNotDone();
        assertThat(queue).isEmpty();
        handDriven.time.advance(Duration.ofMillis(200));
        assertThat(queue).hasSize(1);
        runAll(queue);
        assertThat(read.join().revealText()).isEqualTo("1");
    }

    private static void runAll(Deque<Runnable> queue) {
        while (!queue.isEmpty()) {
            queue.remove().run();
        }
    }

    private void throttleOnce(Duration retryAfter) {
        vault.beforeReply = () -> {
            vault.beforeReply = () -> {};
            throw VaultFailure.of(VaultFailure.Kind.THROTTLED, "Slow down.").retryAfter(retryAfter);
        };
    }

    private Resolution attempt(String path) {
        return fixture.secrets.attempt(SecretReference.of("team", path));
    }
}
