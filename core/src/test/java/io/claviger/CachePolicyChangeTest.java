package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Latches;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C1: a change of the expiration applies to what is cached, its refresh included")
class CachePolicyChangeTest {

    private static final int ROUNDS = 200;

    private final Fixture fixture = new Fixture().linked("db_password", "db", "first");
    private final FakeVault vault = fixture.vault;
    private final ResolvingCache cache = fixture.manager.cache();

    CachePolicyChangeTest() {
        fixture.resolve("db_password");
        vault.put("db", "second");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void expiration_shortened_bringsTheRefreshForward() {
        fixture.time.advance(Duration.ofMinutes(17));
        fixture.resolve("db_password");
        assertThat(vault.reads).hasSize(1);

        cache.setExpiration(Duration.ofMinutes(20));
        fixture.resolve("db_password");

        assertThat(vault.reads).hasSize(2);
    }

    @Test
    void expiration_lengthened_putsTheRefreshOff() {
        cache.setExpiration(Duration.ofMinutes(120));
        fixture.time.advance(Duration.ofMinutes(91));
        fixture.resolve("db_password");
        assertThat(vault.reads).hasSize(1);

        fixture.time.advance(Duration.ofMinutes(10));
        fixture.resolve("db_password");
        assertThat(vault.reads).hasSize(2);
    }

    @Test
    void expiration_lengthenedWhenARefreshWasDue_putsItOffAllTheSame() {
        fixture.time.advance(Duration.ofMinutes(51));
        cache.setExpiration(Duration.ofMinutes(120));

        fixture.resolve("db_password");
        fixture.time.advance(Duration.ofMinutes(40));
        fixture.resolve("db_password");
        assertThat(vault.reads).hasSize(1);

        fixture.time.advance(Duration.ofMinutes(10));
        fixture.resolve("db_password");
        assertThat(vault.reads).hasSize(2);
    }

    @Test
    void expiration_shortenedBelowTheAge_isOverAtOnceAndForHandlesToo() {
        SecretHandle handle = fixture.secrets.bind("db_password");
        handle.get();
        fixture.time.advance(Duration.ofMinutes(30));

        cache.setExpiration(Duration.ofMinutes(30));

        assertThat(cache.contents()).isEmpty();
        assertThat(handle.get().revealText()).isEqualTo("second");
    }

    @Test
    void expiration_ofAWatchedSecret_movesItsScheduledRefresh() {
        SecretWatch watch = fixture.secrets.watch(List.of("db_password"), change -> {});
        cache.setExpiration(Duration.ofMinutes(10));

        fixture.time.advance(Duration.ofMinutes(9));

        assertThat(vault.reads).hasSize(2);
        assertThat(watch.current().get("db_password").orElseThrow().revealText())
                .isEqualTo("second");
    }

    @Test
    void contents_afterAChange_sayTheNewEnd() {
        cache.setExpiration(Duration.ofMinutes(90));

        assertThat(cache.contents()).singleElement().satisfies(cached -> assertThat(
                        Duration.between(cached.fetchedAt(), cached.expiresAt()))
                .isEqualTo(Duration.ofMinutes(90)));
    }

    @Test
    void expiration_changedByTwoThreadsAtOnce_isWhatIsReported() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                cache.setExpiration(Duration.ofMinutes(60));
                cache.reset();
                fixture.resolve("db_password");
                int before = vault.reads.size();
                changeAtOnce(threads);

                fixture.time.advance(Duration.ofMinutes(20));
                fixture.secrets.attempt("db_password");

                boolean longer = cache.expiration().equals(Duration.ofMinutes(90));
                assertThat(vault.reads).as("reads with %s", cache.expiration()).hasSize(longer ? before : before + 1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void changeAtOnce(ExecutorService threads) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<Future<?>> changes = List.of(
                threads.submit(() -> changeAfter(go, Duration.ofMinutes(10))),
                threads.submit(() -> changeAfter(go, Duration.ofMinutes(90))));
        go.countDown();
        for (Future<?> change : changes) {
            change.get();
        }
    }

    private void changeAfter(CountDownLatch go, Duration expiration) {
        Latches.await(go);
        cache.setExpiration(expiration);
    }
}
