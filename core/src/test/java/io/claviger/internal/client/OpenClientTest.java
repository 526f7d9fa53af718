package io.claviger.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.Reason;
import io.claviger.internal.call.BoundedCalls;
import io.claviger.internal.call.Turns;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.failure.Failures;
import io.claviger.support.ManualTime;
import io.claviger.support.StubClient;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S7: a client is closed exactly once, after the last call that uses it")
class OpenClientTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final StubClient stub = new StubClient();
    private final AtomicInteger closes = stub.closes;
    private final OpenClient client = new OpenClient(stub, new Turns(16, new ManualTime()));
    private final ManualTime time = new ManualTime();
    private final Deque<Runnable> queue = new ArrayDeque<>();
    private final BoundedCalls calls = new BoundedCalls(queue::add, time);

    @Test
    void release_withoutCalls_closesAtOnce() {
        client.release();

        assertThat(closes).hasValue(1);
        assertThat(client.closed()).isCompleted();
    }

    @Test
    void release_duringCalls_closesAfterTheLastOne() {
        CompletableFuture<String> one = client.call(calls, TIMEOUT, call -> "one");
        CompletableFuture<String> two = client.call(calls, TIMEOUT, call -> "two");
        client.release();
        queue.remove().run();
        assertThat(one).isCompletedWithValue("one");
        assertThat(closes).hasValue(0);

        queue.remove().run();
        assertThat(two).isCompletedWithValue("two");
        assertThat(closes).hasValue(1);
    }

    @Test
    void call_thatIsLate_keepsTheClientOpenUntilItIsReallyOver() {
        List<String> late = new ArrayList<>();
        CompletableFuture<String> call = client.call(
                calls,
                TIMEOUT,
                deadline -> {
                    time.advance(TIMEOUT);
                    assertThat(closes).hasValue(0);
                    return "late";
                },
                late::add);
        client.release();
        queue.remove().run();

        assertThat(call).isCompletedExceptionally();
        assertThat(late).containsExactly("late");
        assertThat(closes).hasValue(1);
    }

    @Test
    void call_whoseDeadlinePassesBeforeItBegins_neverRuns() {
        AtomicInteger ran = new AtomicInteger();
        CompletableFuture<Integer> call = client.call(calls, TIMEOUT, deadline -> ran.incrementAndGet());
        time.advance(TIMEOUT);
        client.release();
        assertThat(call).isCompletedExceptionally();

        queue.remove().run();

        assertThat(ran).hasValue(0);
        assertThat(closes).hasValue(1);
    }

    @Test
    void call_thatTheExecutorRejects_doesNotKeepTheClientOpen() {
        BoundedCalls full = new BoundedCalls(
                task -> {
                    throw new RejectedExecutionException();
                },
                time);
        CompletableFuture<String> call = client.call(full, TIMEOUT, deadline -> "never");
        assertThat(call).isCompletedExceptionally();

        client.release();
        assertThat(closes).hasValue(1);
        assertThat(time.scheduled()).isZero();
    }

    @Test
    void call_afterTheClose_failsAndContactsNothing() {
        client.release();

        CompletableFuture<String> call = client.call(calls, TIMEOUT, deadline -> "never");

        assertThat(call).isCompletedExceptionally();
        assertThat(queue).isEmpty();
        assertThatThrownBy(client::enter).isInstanceOfSatisfying(FailureException.class, e -> assertThat(
                        Failures.of(e).reason())
                .isEqualTo(Reason.DISCONNECTED));
        assertThat(closes).hasValue(1);
    }

    @Test
    void enter_afterTheRelease_keepsAClientOpenThatIsStillInUse() {
        client.enter();
        client.release();
        client.enter();
        client.exit();
        assertThat(closes).hasValue(0);

        client.exit();
        assertThat(closes).hasValue(1);
    }

    @Test
    void close_thatThrows_isOverAllTheSame() {
        stub.atClose = () -> {
            throw new IllegalStateException("canary");
        };

        client.release();

        assertThat(client.closed()).isCompleted();
    }
}
