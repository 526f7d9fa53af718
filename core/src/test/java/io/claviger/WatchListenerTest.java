package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.support.Changes;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Latches;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C13: a listener that throws or takes long hurts nobody")
class WatchListenerTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    // first looks on the calling thread: a change after them is not taken for the first value
    private volatile Executor executor = Runnable::run;
    private final FakeVault vault = new FakeVault();
    private final Fixture fixture = new Fixture(vault, builder -> builder.executor(task -> executor.execute(task)))
            .linked("token", "token", "0");
    private final Changes changes = new Changes();
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void close() {
        release.countDown();
        fixture.close();
        threads.shutdownNow();
    }

    @Test
    void listener_thatThrows_isToldOfTheNextChangeAndOthersOfEach() {
        AtomicInteger calls = new AtomicInteger();
        fixture.secrets.watch(List.of("token"), change -> {
            calls.incrementAndGet();
            throw new IllegalStateException(change.value("token").revealText());
        });
        fixture.secrets.watch(List.of("token"), changes);
        executor = threads;

        rotate("1");
        Latches.awaitUntil(() -> calls.get() == 1 && changes.told().size() == 1);
        rotate("2");
        Latches.awaitUntil(() -> calls.get() == 2 && changes.told().size() == 2);

        assertThat(changes.values("token")).containsExactly("1", "2");
    }

    @Test
    void listener_thatThrowsAnError_isToldOfTheNextChange() {
        AtomicInteger calls = new AtomicInteger();
        fixture.secrets.watch(List.of("token"), change -> {
            calls.incrementAndGet();
            throw new AssertionError("a listener may throw anything");
        });
        executor = threads;

        rotate("1");
        Latches.awaitUntil(() -> calls.get() == 1);
        rotate("2");

        Latches.awaitUntil(() -> calls.get() == 2);
    }

    @Test
    void listener_thatBlocks_delaysOnlyItsOwnWatch() {
        CountDownLatch entered = new CountDownLatch(1);
        fixture.secrets.watch(List.of("token"), change -> {
            entered.countDown();
            Latches.await(release);
        });
        fixture.secrets.watch(List.of("token"), changes);
        executor = threads;
        rotate("1");
        Latches.await(entered);

        rotate("2");
        Latches.awaitUntil(() -> changes.values("token").contains("2"));
        fixture.time.advance(Duration.ofMinutes(61));

        assertThat(fixture.resolve("token")).isEqualTo("2");
    }

    @Test
    void listener_thatBlocks_isCalledByOneThreadAtATimeAndThenToldOfTheLatest() {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch entered = new CountDownLatch(1);
        fixture.secrets.watch(List.of("token"), change -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            entered.countDown();
            Latches.await(release);
            changes.changed(change);
            inside.decrementAndGet();
        });
        executor = threads;
        rotate("1");
        Latches.await(entered);
        for (int i = 2; i < 10; i++) {
            rotate(String.valueOf(i));
        }
        release.countDown();

        Latches.awaitUntil(() -> changes.values("token").contains("9"));
        assertThat(most).hasValue(1);
        assertThat(changes.values("token")).startsWith("1").endsWith("9");
    }

    @Test
    void listener_thatUsesTheManager_doesNotDeadlock() {
        fixture.linked("other", "other", "value");
        fixture.secrets.watch(List.of("token"), change -> {
            fixture.manager.setEnabled("other", false);
            fixture.manager.setEnabled("other", true);
            fixture.resolve("other");
            changes.changed(change);
        });
        executor = threads;

        rotate("1");

        Latches.awaitUntil(() -> changes.told().size() == 1);
    }

    private void rotate(String value) {
        vault.put("token", value);
        fixture.manager.cache().reset();
    }
}
