package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.support.Changes;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.HeldExecutor;
import io.claviger.support.Latches;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S6: a rendering, a plan and a watch see the links of one instant")
class LinkInstantTest {

    private static final LinkId USER = LinkId.of("user");
    private static final LinkId PASSWORD = LinkId.of("password");
    private static final Template BOTH = Template.compile("{{vault:user}} {{vault:password}}");

    private final HeldExecutor executor = new HeldExecutor();
    private final Fixture fixture = new Fixture(new FakeVault(), builder -> builder.executor(executor))
            .linked("user", "user-0", "0")
            .linked("password", "password-0", "0");

    LinkInstantTest() {
        fixture.vault.put("user-1", "1").put("password-1", "1");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void relink(int to) {
        fixture.manager.relink(List.of(
                Relink.of(USER, SecretReference.of("team", "user-" + to)),
                Relink.of(PASSWORD, SecretReference.of("team", "password-" + to))));
    }

    @Test
    void rendering_thatIsOvertakenByARelink_hasTheValuesOfOneSideOfIt() {
        AtomicBoolean overtaken = new AtomicBoolean();
        fixture.vault.beforeReply = () -> {
            if (overtaken.compareAndSet(false, true)) {
                relink(1);
            }
        };

        assertThat(fixture.secrets.render(BOTH).revealText()).isEqualTo("0 0");
        assertThat(overtaken).isTrue();
        assertThat(fixture.secrets.render(BOTH).revealText()).isEqualTo("1 1");
    }

    @Test
    void plan_thatIsOvertakenByAnUnlinkAndADisable_isCompleteAllTheSame() {
        AtomicBoolean overtaken = new AtomicBoolean();
        fixture.vault.beforeReply = () -> {
            if (overtaken.compareAndSet(false, true)) {
                fixture.manager.unlink(PASSWORD);
                fixture.manager.setEnabled(USER, false);
            }
        };

        assertThat(fixture.secrets.resolveAll(List.of("user", "password")).values())
                .allMatch(Resolution::resolved);
        assertThat(fixture.secrets.resolveAll(List.of("user", "password")).values())
                .noneMatch(Resolution::resolved);
    }

    @Test
    void prefetch_thatIsOvertakenByAnUnlink_reportsNoFailure() {
        fixture.vault.beforeReply = () -> fixture.manager.unlink(USER);
        fixture.secrets.prefetch();
        assertThat(fixture.vault.reads).contains("user-0", "password-0");
    }

    @Test
    void rendering_underWayDuringARelink_remembersNothingForTheLinksAfterIt() {
        executor.hold();
        CompletableFuture<SecretValue> reading = fixture.secrets.resolveAsync("user");
        assertThat(executor.held()).isPositive();

        relink(1);
        executor.release();

        assertThat(reading.join().revealText()).isEqualTo("0");
        assertThat(fixture.resolve("user")).isEqualTo("1");
        assertThat(fixture.secrets.bind("user").get().revealText()).isEqualTo("1");
    }

    @Test
    void watch_ofSeveralThatAreRelinkedTogether_isToldOfAllAtOnce() {
        Changes changes = new Changes();
        try (SecretWatch watch = fixture.secrets.watch(List.of("user", "password"), changes)) {
            relink(1);
            assertThat(changes.told()).hasSize(1);
            assertThat(changes.told().get(0).value("user").revealText()).isEqualTo("1");
            assertThat(changes.told().get(0).value("password").revealText()).isEqualTo("1");
            assertThat(watch.current().values()).allMatch(Resolution::resolved);
        }
    }

    @Test
    void rendering_besideManyRelinks_neverMixesThem() {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        AtomicBoolean done = new AtomicBoolean();
        CountDownLatch reading = new CountDownLatch(3);
        ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
        try {
            List<CompletableFuture<Void>> readers = Stream.generate(() -> CompletableFuture.runAsync(
                            () -> {
                                do {
                                    seen.add(fixture.secrets.render(BOTH).revealText());
                                    reading.countDown();
                                } while (!done.get());
                            },
                            threads))
                    .limit(3)
                    .toList();
            Latches.await(reading);
            for (int i = 1; i <= 300; i++) {
                relink(i % 2);
            }
            done.set(true);
            readers.forEach(CompletableFuture::join);
        } finally {
            done.set(true);
            threads.shutdownNow();
        }
        assertThat(seen).isNotEmpty().isSubsetOf("0 0", "1 1");
    }

    @Test
    void relinks_ofManyFromOneExpectedReference_succeedOnce() {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        CountDownLatch start = new CountDownLatch(1);
        AtomicInteger succeeded = new AtomicInteger();
        Relink change =
                Relink.of(USER, SecretReference.of("team", "user-1")).expecting(SecretReference.of("team", "user-0"));
        try {
            List<CompletableFuture<Void>> attempts = Stream.generate(() -> CompletableFuture.runAsync(
                            () -> {
                                Latches.await(start);
                                try {
                                    fixture.manager.relink(List.of(change));
                                    succeeded.incrementAndGet();
                                } catch (ConfigurationException tooLate) {
                                    assertThat(tooLate).hasMessageContaining("elsewhere than expected");
                                }
                            },
                            threads))
                    .limit(8)
                    .toList();
            start.countDown();
            attempts.forEach(CompletableFuture::join);
        } finally {
            threads.shutdownNow();
        }
        assertThat(succeeded).hasValue(1);
    }
}
