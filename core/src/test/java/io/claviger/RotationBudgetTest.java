package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.claviger.spi.VaultFailure.Kind;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Latches;
import io.claviger.support.Scripted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C3: a wrong password does not become a flood of reads")
class RotationBudgetTest {

    private static final int CALLERS = 50;

    private final FakeVault vault = new FakeVault();
    private final Fixture fixture = new Fixture(vault, builder -> builder).linked("password", "db", "first");

    RotationBudgetTest() {
        fixture.resolve("password");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void callers_allAtOnce_costOneRead() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try (Fixture pooled =
                new Fixture(vault, builder -> builder.executor(threads)).linked("password", "db", "first")) {
            pooled.resolve("password");
            pooled.time.advance(Duration.ofMinutes(1));
            int before = vault.reads.size();
            vault.put("db", "second");
            CountDownLatch release = new CountDownLatch(1);
            vault.beforeReply = () -> Latches.await(release);
            List<Future<RotationCandidates>> candidates = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                candidates.add(threads.submit(() -> pooled.secrets.onAuthenticationFailure("password")));
            }
            Latches.awaitUntil(() -> pooled.manager.cache().statistics().misses() >= 1 + CALLERS);
            release.countDown();

            for (Future<RotationCandidates> each : candidates) {
                assertThat(each.get().values().get(0).revealText()).isEqualTo("second");
            }
            assertThat(vault.reads).hasSize(before + 1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void callers_oneAfterTheOther_costOneRead() {
        fixture.time.advance(Duration.ofMinutes(1));
        vault.put("db", "second");

        for (int i = 0; i < CALLERS; i++) {
            assertThat(current()).isEqualTo("second");
        }

        assertThat(vault.reads).hasSize(2);
    }

    @Test
    void value_readAMomentAgo_isNotReadAgain() {
        vault.put("db", "second");
        fixture.time.advance(Duration.ofSeconds(5).minusMillis(1));
        assertThat(current()).isEqualTo("first");
        assertThat(vault.reads).hasSize(1);

        fixture.time.advance(Duration.ofMillis(1));
        assertThat(current()).isEqualTo("second");
    }

    @Test
    void value_thatIsNotCached_isReadOnce() {
        fixture.manager.cache().reset();

        assertThat(current()).isEqualTo("first");

        assertThat(vault.reads).hasSize(2);
    }

    @Test
    void sameContent_doublesTheTimeUpToFiveMinutes() {
        long last = fixture.time.nanoTime();
        List<Duration> waits = new ArrayList<>();
        while (waits.size() < 9) {
            int before = vault.reads.size();
            fixture.time.advance(Duration.ofSeconds(1));
            current();
            if (vault.reads.size() > before) {
                waits.add(Duration.ofNanos(fixture.time.nanoTime() - last));
                last = fixture.time.nanoTime();
            }
        }

        assertThat(waits)
                .extracting(Duration::toSeconds)
                .containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 300L, 300L, 300L);
    }

    @Test
    void newContent_resetsTheTime() {
        for (int seconds : new int[] {5, 10, 20}) {
            fixture.time.advance(Duration.ofSeconds(seconds));
            current();
        }
        assertThat(vault.reads).hasSize(4);
        vault.put("db", "second");
        fixture.time.advance(Duration.ofSeconds(40));
        assertThat(current()).isEqualTo("second");
        vault.put("db", "third");

        fixture.time.advance(Duration.ofSeconds(5));

        assertThat(current()).isEqualTo("third");
    }

    @Test
    void newContent_broughtByARefresh_resetsTheTimeToo() {
        for (int seconds : new int[] {5, 10, 20, 40, 80, 160}) {
            fixture.time.advance(Duration.ofSeconds(seconds));
            current();
        }
        vault.put("db", "second");
        fixture.time.advance(Duration.ofMinutes(51));
        assertThat(fixture.resolve("password")).isEqualTo("first");
        assertThat(fixture.resolve("password")).isEqualTo("second");
        vault.put("db", "third");

        fixture.time.advance(Duration.ofSeconds(5));

        assertThat(current()).isEqualTo("third");
    }

    @Test
    void sameVersion_isTheSameContent() {
        vault.minted.put("db", () -> Scripted.text("1", "first"));
        fixture.manager.cache().reset();
        current();
        fixture.time.advance(Duration.ofSeconds(5));
        current();
        assertThat(vault.reads).hasSize(3);

        fixture.time.advance(Duration.ofSeconds(5));
        current();

        assertThat(vault.reads).hasSize(3);
    }

    @Test
    void failedRead_leavesTheCachedVersionToTryForFiveSeconds() {
        fixture.time.advance(Duration.ofMinutes(1));
        vault.beforeReply = Scripted.failure(Kind.UNAVAILABLE);
        assertThat(catchThrowable(this::current))
                .isInstanceOfSatisfying(
                        UnresolvedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE));
        for (int i = 0; i < CALLERS; i++) {
            assertThat(current()).isEqualTo("first");
        }
        assertThat(vault.reads).hasSize(2);

        vault.beforeReply = () -> {};
        vault.put("db", "second");
        fixture.time.advance(Duration.ofSeconds(5));
        assertThat(current()).isEqualTo("second");
    }

    private String current() {
        return fixture.secrets
                .onAuthenticationFailure("password")
                .values()
                .get(0)
                .revealText();
    }
}
