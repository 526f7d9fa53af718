package io.claviger.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.Reason;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.failure.Failures;
import io.claviger.support.ManualTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName(
        "§11: only so many calls are under way at once, the others wait for their turn and no longer than their deadline")
class TurnsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final ManualTime time = new ManualTime();
    private final Turns turns = new Turns(2, time);
    private final List<String> begun = new ArrayList<>();
    private final Queue<CompletableFuture<String>> open = new ArrayDeque<>();

    @Test
    void calls_beyondTheLimit_beginInTheirOrderWhenOthersEnd() {
        List<CompletableFuture<String>> results = List.of(take("a"), take("b"), take("c"), take("d"));
        assertThat(begun).containsExactly("a", "b");

        open.remove().complete("A");
        assertThat(begun).containsExactly("a", "b", "c");
        open.remove().completeExceptionally(new FailureException(Failures.of(new IllegalStateException())));
        assertThat(begun).containsExactly("a", "b", "c", "d");
        open.remove().complete("C");
        open.remove().complete("D");

        assertThat(results.get(0)).isCompletedWithValue("A");
        assertThat(results.get(1)).isCompletedExceptionally();
        assertThat(results.get(2)).isCompletedWithValue("C");
        assertThat(results.get(3)).isCompletedWithValue("D");
        assertThat(time.scheduled()).isZero();
    }

    @Test
    void call_whoseDeadlinePassesWhileItWaits_isNeverBegunAndTakesNoTurn() {
        begin("a");
        begin("b");
        CompletableFuture<String> late = take("late");
        time.advance(TIMEOUT.minusSeconds(1));
        CompletableFuture<String> patient = take("patient");
        assertThat(late).isNotDone();

        time.advance(Duration.ofSeconds(1));
        assertThat(reason(late)).isEqualTo(Reason.UNREACHABLE);
        open.remove().complete("A");

        assertThat(begun).containsExactly("a", "b", "patient");
        open.forEach(call -> call.complete("done"));
        assertThat(patient).isCompletedWithValue("done");
    }

    @Test
    void call_thatCannotEvenBegin_failsAndHandsItsTurnOn() {
        CompletableFuture<String> failed = turns.take(TIMEOUT, () -> {
            throw new IllegalStateException("canary");
        });
        CompletableFuture<String> other = turns.take(TIMEOUT, () -> {
            throw new IllegalStateException("canary");
        });

        assertThat(failed).isCompletedExceptionally();
        assertThat(other).isCompletedExceptionally();
        begin("a");
        begin("b");
        assertThat(begun).containsExactly("a", "b");
    }

    @Test
    void calls_thatEndAtOnce_beginOneAfterTheOtherHoweverManyTheyAre() {
        begin("a");
        begin("b");
        AtomicInteger ended = new AtomicInteger();
        List<CompletableFuture<Integer>> waiting = IntStream.range(0, 9_000)
                .mapToObj(i -> turns.take(TIMEOUT, () -> CompletableFuture.completedFuture(ended.incrementAndGet())))
                .toList();
        assertThat(ended).hasValue(0);

        open.remove().complete("A");

        assertThat(ended).hasValue(9_000);
        assertThat(waiting).allMatch(CompletableFuture::isDone);
        begin("c");
        assertThat(begun).containsExactly("a", "b", "c");
    }

    @Test
    void calls_beyondWhatMayWait_areTurnedAwayAtOnce() {
        begin("a");
        begin("b");
        IntStream.range(0, 10_000).forEach(i -> begin("waits"));

        CompletableFuture<String> refused = take("refused");

        assertThat(reason(refused)).isEqualTo(Reason.THROTTLED);
        assertThat(begun).doesNotContain("refused");
    }

    private void begin(String name) {
        var unused = take(name);
    }

    private CompletableFuture<String> take(String name) {
        return turns.take(TIMEOUT, () -> {
            begun.add(name);
            CompletableFuture<String> call = new CompletableFuture<>();
            open.add(call);
            return call;
        });
    }

    private static Reason reason(CompletableFuture<String> failed) {
        assertThat(failed).isCompletedExceptionally();
        return failed.handle((value, thrown) -> Failures.of(thrown).reason()).join();
    }
}
