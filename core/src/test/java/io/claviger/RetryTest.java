package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.spi.VaultFailure;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName(
        "C9, §10: the one retry loop repeats what a vault could not do for the moment, within the deadline of the whole")
class RetryTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final FakeVault vault = new FakeVault();
    private final List<Duration> sentAt = new ArrayList<>();
    private Fixture fixture = new Fixture(vault, builder -> builder.retries(RetryPolicy.standard()));
    private long start = fixture.time.nanoTime();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void read_thatIsNotAnsweredTwice_succeedsAtTheThirdAttempt() {
        fail(2, VaultFailure.of(VaultFailure.Kind.UNAVAILABLE, "Down."));

        CompletableFuture<SecretValue> read = read();
        assertThat(read).isNotDone();
        fixture.time.advance(SECOND);

        assertThat(read.join().revealText()).isEqualTo("value");
        assertThat(sentAt).hasSize(3);
        assertThat(vault.logins).hasValue(1);
    }

    @Test
    void delays_betweenAttempts_doubleAndAreUpToAQuarterShorter() {
        policy(policy -> policy.withAttempts(5));
        fail(5, VaultFailure.of(VaultFailure.Kind.UNAVAILABLE, "Down."));

        CompletableFuture<SecretValue> read = read();
        fixture.time.advance(Duration.ofSeconds(5));

        assertThat(reason(read)).isEqualTo(Reason.UNREACHABLE);
        assertThat(sentAt).hasSize(5);
        for (int i = 1; i < 5; i++) {
            Duration usual = Duration.ofMillis(200L << (i - 1));
            assertThat(sentAt.get(i).minus(sentAt.get(i - 1)))
                    .isBetween(usual.multipliedBy(3).dividedBy(4), usual);
        }
    }

    @Test
    void delays_ofReadsThatFailAtDifferentTimes_areSpread() {
        policy(policy -> policy.withFirstDelay(SECOND).withAttempts(2));
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            fail(1, VaultFailure.of(VaultFailure.Kind.UNAVAILABLE, "Down."));
            sentAt.clear();
            var unused = read();
            fixture.time.advance(SECOND);
            fixture.manager.cache().reset();
            waits.add(sentAt.get(1).minus(sentAt.get(0)).toMillis());
        }
        assertThat(waits.stream().distinct().count()).isGreaterThan(10);
    }

    @ParameterizedTest
    @EnumSource(
            value = VaultFailure.Kind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"UNAVAILABLE", "THROTTLED", "SESSION_ENDED"})
    void read_thatFailsForGood_isNotRepeated(VaultFailure.Kind kind) {
        fail(1, VaultFailure.of(kind, "No.").retryAfter(Duration.ofMillis(1)));

        CompletableFuture<SecretValue> read = read();

        assertThat(reason(read)).isEqualTo(kind.reason());
        fixture.time.advance(SECOND);
        assertThat(sentAt).hasSize(1);
    }

    @Test
    void retryAfter_longerThanTheDelay_isWaited() {
        fail(1, VaultFailure.of(VaultFailure.Kind.UNAVAILABLE, "Restarting.").retryAfter(Duration.ofSeconds(3)));

        CompletableFuture<SecretValue> read = read();
        fixture.time.advance(Duration.ofSeconds(4));

        assertThat(read).isCompleted();
        assertThat(sentAt).containsExactly(Duration.ZERO, Duration.ofSeconds(3));
    }

    @Test
    void retryAfter_shorterThanTheDelay_isNotWaitedInstead() {
        fail(1, VaultFailure.of(VaultFailure.Kind.UNAVAILABLE, "Down.").retryAfter(Duration.ofMillis(1)));

        var unused = read();
        fixture.time.advance(SECOND);

        assertThat(sentAt.get(1)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
    }

    @Test
    void retryAfter_beyondTheDeadline_failsAtOnceAndIsTold() {
        fail(1, VaultFailure.of(VaultFailure.Kind.THROTTLED, "Slow down.").retryAfter(Duration.ofSeconds(11)));

        Resolution failed = failure(read());

        assertThat(failed.reason()).contains(Reason.THROTTLED);
        assertThat(failed.retryAfter()).contains(Duration.ofSeconds(11));
        assertThat(sentAt).hasSize(1);
    }

    @Test
    void attempts_andWaitsTogether_keepTheDeadlineOfTheWhole() {
        policy(policy -> policy.withAttempts(10).withFirstDelay(SECOND));
        fail(10, VaultFailure.of(VaultFailure.Kind.UNAVAILABLE, "Down."));

        CompletableFuture<SecretValue> read = read();
        fixture.time.advance(Duration.ofSeconds(8));

        // the fifth wait of about 8 seconds would end too late, and is not begun
        assertThat(reason(read)).isEqualTo(Reason.UNREACHABLE);
        assertThat(sentAt).hasSize(4);
        fixture.time.advance(Duration.ofMinutes(1));
        assertThat(sentAt).hasSize(4);
    }

    @Test
    void policyOfOneAttempt_neverRepeats() {
        policy(policy -> RetryPolicy.none());
        fail(1, VaultFailure.of(VaultFailure.Kind.UNAVAILABLE, "Down."));

        assertThat(reason(read())).isEqualTo(Reason.UNREACHABLE);
        assertThat(sentAt).hasSize(1);
    }

    private void policy(UnaryOperator<RetryPolicy> change) {
        fixture.close();
        fixture = new Fixture(vault, builder -> builder.retries(change.apply(RetryPolicy.standard())));
        start = fixture.time.nanoTime();
    }

    private void fail(int times, VaultFailure failure) {
        int[] left = {times};
        vault.beforeReply = () -> {
            sentAt.add(Duration.ofNanos(fixture.time.nanoTime() - start));
            if (left[0]-- > 0) {
                throw failure;
            }
        };
    }

    private CompletableFuture<SecretValue> read() {
        vault.put("token", "value");
        return fixture.secrets.resolveAsync(SecretReference.of("team", "token"));
    }

    private static Reason reason(CompletableFuture<SecretValue> read) {
        return failure(read).reason().orElseThrow();
    }

    private static Resolution failure(CompletableFuture<SecretValue> read) {
        assertThat(read).isCompletedExceptionally();
        try {
            read.join();
        } catch (CompletionException e) {
            return ((UnresolvedException) e.getCause()).failures().get(0);
        }
        throw new AssertionError("it did not fail");
    }
}
