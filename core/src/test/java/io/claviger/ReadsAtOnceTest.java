package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Latches;
import io.claviger.support.People;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("§11: neither a vault that hangs nor an actor who asks for very much keeps others waiting")
class ReadsAtOnceTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final FakeVault vault = new FakeVault();

    @AfterEach
    void shutDown() {
        release.countDown();
        threads.shutdownNow();
    }

    @Test
    void reads_ofOneIntegration_areSoManyAtOnceAndAllAreAnswered() {
        try (Fixture fixture = fixture(4)) {
            hold();
            List<CompletableFuture<SecretValue>> reads = ask(fixture.secrets, "team", 40);
            Latches.awaitUntil(() -> underWay.get() == 4);

            release.countDown();

            Latches.awaitUntil(() -> reads.stream().allMatch(CompletableFuture::isDone));
            assertThat(reads).allMatch(read -> !read.isCompletedExceptionally());
            assertThat(most).hasValue(4);
        }
    }

    @Test
    void vaultThatHangs_keepsNoOtherWaiting() {
        // as many threads as the manager has for all integrations together
        ExecutorService few = Executors.newFixedThreadPool(6);
        try (Fixture fixture =
                new Fixture(vault, builder -> builder.readsAtOnce(4).executor(few))) {
            fixture.manager.connect("other", "fake", Settings.empty(), Fixture.renewing("robot"));
            CountDownLatch hanging = new CountDownLatch(4);
            vault.beforeReply = () -> {
                if (hanging.getCount() > 0) {
                    hanging.countDown();
                    Latches.await(release);
                }
            };
            var unused = ask(fixture.secrets, "team", 20);
            Latches.await(hanging);

            vault.put("prompt", "value");
            assertThat(fixture.secrets
                            .resolve(SecretReference.of("other", "prompt"))
                            .revealText())
                    .isEqualTo("value");
            release.countDown();
        } finally {
            few.shutdownNow();
        }
    }

    @Test
    void read_thatWaitsLongerThanItsDeadline_isUnresolvedAndNeverReachesTheVault() {
        try (Fixture fixture = fixture(1)) {
            hold();
            List<CompletableFuture<SecretValue>> reads = ask(fixture.secrets, "team", 2);
            Latches.awaitUntil(() -> underWay.get() == 1);

            fixture.time.advance(Duration.ofSeconds(10));

            Latches.awaitUntil(() -> reads.stream().allMatch(CompletableFuture::isCompletedExceptionally));
            assertThat(vault.reads).hasSize(1);
        }
    }

    @Test
    void actor_whoAsksForVeryMuch_leavesTurnsToOthers() {
        try (People people = new People(vault, builder -> builder.readsAtOnce(4).executor(threads))) {
            people.manager.connect("team", "fake", Settings.empty(), Fixture.renewing("robot"));
            vault.put("prompt", "value");
            hold();
            List<CompletableFuture<SecretValue>> greedy =
                    ask(people.manager.as(People.ANA).resolver(), "team", 40);
            Latches.awaitUntil(() -> underWay.get() == 2);
            vault.beforeReply = () -> {};

            assertThat(people.manager
                            .as(People.BOB)
                            .resolver()
                            .resolve(SecretReference.of("team", "prompt"))
                            .revealText())
                    .isEqualTo("value");
            assertThat(vault.reads).hasSize(3);

            release.countDown();
            Latches.awaitUntil(() -> greedy.stream().allMatch(CompletableFuture::isDone));
            assertThat(greedy).allMatch(read -> !read.isCompletedExceptionally());
        }
    }

    @Test
    void value_thatIsCached_waitsForNoTurn() {
        try (People people = new People(vault, builder -> builder.readsAtOnce(1).executor(threads))) {
            people.manager.connect("team", "fake", Settings.empty(), Fixture.renewing("robot"));
            vault.put("cached", "value");
            SecretReference cached = SecretReference.of("team", "cached");
            SecretResolver anas = people.manager.as(People.ANA).resolver();
            anas.resolve(cached);
            hold();
            var unused = ask(anas, "team", 3);
            Latches.awaitUntil(() -> underWay.get() == 1);

            assertThat(anas.resolve(cached).revealText()).isEqualTo("value");
            assertThat(anas.attempt(SecretReference.parse("vault://team/cached#none"))
                            .reason())
                    .contains(Reason.FIELD_NOT_FOUND);
            release.countDown();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1_001})
    void number_outOfItsRange_isRefused(int most) {
        assertThatThrownBy(() -> IntegrationManager.builder().readsAtOnce(most))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("from 1 to 1,000");
    }

    @Test
    void read_thatGoesOnAfterItsDeadline_keepsItsTurn() {
        try (Fixture fixture = fixture(1)) {
            vault.beforeReply = this::holdIgnoringInterrupts;
            List<CompletableFuture<SecretValue>> first = ask(fixture.secrets, "team", 1);
            Latches.awaitUntil(() -> vault.reads.size() == 1);
            fixture.time.advance(Duration.ofSeconds(10));
            Latches.awaitUntil(() -> first.get(0).isCompletedExceptionally());
            vault.beforeReply = () -> {};
            vault.put("next", "value");
            CompletableFuture<SecretValue> next = fixture.secrets.resolveAsync(SecretReference.of("team", "next"));
            assertThat(vault.reads).hasSize(1);

            release.countDown();

            Latches.awaitUntil(next::isDone);
            assertThat(next.join().revealText()).isEqualTo("value");
        }
    }

    private void holdIgnoringInterrupts() {
        while (release.getCount() > 0) {
            Thread.onSpinWait();
        }
    }

    private Fixture fixture(int atOnce) {
        return new Fixture(vault, builder -> builder.readsAtOnce(atOnce).executor(threads));
    }

    private void hold() {
        vault.beforeReply = () -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            Latches.await(release);
            underWay.decrementAndGet();
        };
    }

    private List<CompletableFuture<SecretValue>> ask(SecretResolver secrets, String alias, int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> {
                    vault.put("s" + i, "value " + i);
                    return secrets.resolveAsync(SecretReference.of(alias, "s" + i));
                })
                .toList();
    }
}
