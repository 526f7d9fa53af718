package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.spi.VaultFailure.Kind;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Scripted;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C6, C7, C11: the statistics count what the cache did")
class CacheStatisticsTest {

    private final FakeVault vault = new FakeVault();
    private final Fixture fixture = new Fixture(
                    vault,
                    builder -> builder.cachePolicy(CachePolicy.standard()
                            .withMaximumSecrets(20)
                            .withStaleWhileUnavailable(Duration.ofHours(1))))
            .linked("token", "token", "value");

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void newCache_hasDoneNothing() {
        assertThat(statistics()).isEqualTo(new CacheStatistics(0, 0, 0, 0, Duration.ZERO, 0, 0, 0, 0));
    }

    @Test
    void missAndHits_areCounted() {
        fixture.resolve("token");
        fixture.resolve("token");
        fixture.secrets.attempt("token");
        fixture.secrets.resolveAll(List.of("token"));
        fixture.secrets.resolve(SecretReference.of("team", "token"));

        assertThat(statistics()).isEqualTo(new CacheStatistics(4, 1, 1, 0, Duration.ZERO, 0, 0, 0, 1));
    }

    @Test
    void readsOfAWarmHandle_areNotCounted() {
        SecretHandle handle = fixture.secrets.bind("token");
        for (int i = 0; i < 100; i++) {
            handle.get();
        }

        assertThat(statistics().hits()).isLessThan(3);
        assertThat(statistics().misses()).isEqualTo(1);
    }

    @Test
    void loadTime_isTheTimeSpentInReads() {
        Scripted.inNextRead(vault, () -> fixture.time.advance(Duration.ofSeconds(3)));
        fixture.resolve("token");
        fixture.manager.cache().reset();
        Scripted.inNextRead(vault, () -> {
            fixture.time.advance(Duration.ofSeconds(2));
            Scripted.failure(Kind.UNAVAILABLE).run();
        });
        fixture.secrets.attempt("token");

        assertThat(statistics().loadTime()).isEqualTo(Duration.ofSeconds(5));
        assertThat(statistics().loads()).isEqualTo(1);
        assertThat(statistics().failedLoads()).isEqualTo(1);
    }

    @Test
    void failedLoads_areCountedAndLeaveNothing() {
        vault.beforeReply = Scripted.failure(Kind.UNAVAILABLE);
        fixture.secrets.attempt("token");
        fixture.secrets.attempt("token");

        assertThat(statistics()).isEqualTo(new CacheStatistics(0, 2, 0, 2, Duration.ZERO, 0, 0, 0, 0));
    }

    @Test
    void refreshes_areCountedAmongTheLoads() {
        fixture.resolve("token");
        fixture.time.advance(Duration.ofMinutes(51));
        fixture.resolve("token");

        assertThat(statistics()).isEqualTo(new CacheStatistics(1, 1, 2, 0, Duration.ZERO, 1, 0, 0, 1));
    }

    @Test
    void refreshAfterARefusal_isCounted() {
        fixture.resolve("token");
        fixture.time.advance(Duration.ofMinutes(1));
        fixture.secrets.onAuthenticationFailure("token");

        assertThat(statistics().refreshes()).isEqualTo(1);
        assertThat(statistics().loads()).isEqualTo(2);
    }

    @Test
    void staleServed_countsEachLookup() {
        fixture.resolve("token");
        vault.beforeReply = Scripted.failure(Kind.UNAVAILABLE);
        fixture.time.advance(Duration.ofMinutes(60));
        for (int i = 0; i < 5; i++) {
            fixture.resolve("token");
        }

        assertThat(statistics().staleServed()).isEqualTo(5);
        assertThat(statistics().hits()).isZero();
        assertThat(statistics().size()).isEqualTo(1);
    }

    @Test
    void size_afterAReset_isZero() {
        fixture.resolve("token");
        fixture.manager.cache().reset();

        assertThat(statistics().size()).isZero();
        assertThat(statistics().evictions()).isZero();
    }

    @Test
    void refreshedAndStaleSecrets_countOnceTowardsTheBound() {
        for (int i = 0; i < 18; i++) {
            fixture.linked("name" + i, "path" + i, "value");
            fixture.resolve("name" + i);
        }
        for (int round = 0; round < 10; round++) {
            fixture.time.advance(Duration.ofMinutes(51));
            for (int i = 0; i < 18; i++) {
                fixture.resolve("name" + i);
            }
        }

        assertThat(statistics().refreshes()).isEqualTo(180);
        assertThat(statistics().size()).isEqualTo(18);
        assertThat(statistics().evictions()).isZero();
    }

    @Test
    void evictedSecret_isNotRefreshedAndItsWatchReadsItAgain() {
        fixture.secrets.watch(List.of("token"), change -> {});
        for (int i = 0; i < 200; i++) {
            fixture.linked("name" + i, "path" + i, "value");
            fixture.resolve("name" + i);
            assertThat(statistics().size()).isLessThanOrEqualTo(20);
        }
        assertThat(statistics().evictions()).isPositive();
        assertThat(fixture.manager.cache().contents())
                .hasSize((int) statistics().size());
    }

    private CacheStatistics statistics() {
        return fixture.manager.cache().statistics();
    }
}
