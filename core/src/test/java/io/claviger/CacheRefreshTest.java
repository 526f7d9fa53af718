package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.HeldExecutor;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C6: from 80 % of the expiration on, a hit has the secret read again in the background")
class CacheRefreshTest {

    private static final Duration BEFORE_76_PERCENT = Duration.ofMinutes(60 * 76 / 100);
    private static final Duration AFTER_84_PERCENT = Duration.ofMinutes(60 * 84 / 100 + 1);
    private static final int SECRETS = 40;

    private final HeldExecutor executor = new HeldExecutor();
    private final FakeVault vault = new FakeVault();
    private final Fixture fixture =
            new Fixture(vault, builder -> builder.executor(executor)).linked("db_password", "db", "first");

    CacheRefreshTest() {
        fixture.resolve("db_password");
        vault.put("db", "second");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void hit_before76Percent_startsNothing() {
        fixture.time.advance(BEFORE_76_PERCENT);

        assertThat(fixture.resolve("db_password")).isEqualTo("first");
        assertThat(vault.reads).hasSize(1);
        assertThat(vault.probes).hasValue(0);
    }

    @Test
    void hits_after84Percent_startOneRefreshAndAreServedMeanwhile() {
        fixture.time.advance(AFTER_84_PERCENT);
        // a provider that tells nothing by a probe is asked first, and then read
        executor.hold();

        for (int i = 0; i < 10; i++) {
            assertThat(fixture.resolve("db_password")).isEqualTo("first");
        }
        assertThat(executor.held()).isEqualTo(1);
        executor.release();

        assertThat(vault.reads).hasSize(2);
        assertThat(fixture.resolve("db_password")).isEqualTo("second");
        assertThat(vault.reads).hasSize(2);
        assertThat(fixture.manager.cache().statistics().refreshes()).isEqualTo(1);
    }

    @Test
    void hit_throughAHandle_startsTheRefreshToo() {
        SecretHandle handle = fixture.secrets.bind("db_password");
        handle.get();
        fixture.time.advance(AFTER_84_PERCENT);

        assertThat(handle.get().revealText()).isEqualTo("first");
        assertThat(handle.get().revealText()).isEqualTo("second");
        assertThat(vault.reads).hasSize(2);
    }

    @Test
    void hit_byReference_startsTheRefreshToo() {
        SecretReference reference = SecretReference.of("team", "db");
        fixture.secrets.resolve(reference);
        fixture.time.advance(AFTER_84_PERCENT);

        fixture.secrets.resolve(reference);

        assertThat(fixture.secrets.resolve(reference).revealText()).isEqualTo("second");
        assertThat(vault.reads).hasSize(2);
    }

    @Test
    void expiration_afterARefresh_countsFromTheNewFetch() {
        fixture.time.advance(AFTER_84_PERCENT);
        fixture.resolve("db_password");
        vault.put("db", "third");

        fixture.time.advance(Duration.ofMinutes(60).minusMillis(1));
        assertThat(fixture.resolve("db_password")).isEqualTo("second");
        assertThat(vault.reads).hasSize(3);
        assertThat(fixture.resolve("db_password")).isEqualTo("third");
    }

    @Test
    void expiration_withoutAHitAfterARefresh_comesSixtyMinutesAfterIt() {
        fixture.time.advance(AFTER_84_PERCENT);
        fixture.resolve("db_password");

        fixture.time.advance(Duration.ofMinutes(60));

        assertThat(fixture.manager.cache().contents()).isEmpty();
    }

    @Test
    void secret_thatNobodyAsksFor_isNotRefreshed() {
        fixture.time.advance(Duration.ofMinutes(60));

        assertThat(vault.reads).hasSize(1);
        assertThat(vault.probes).hasValue(0);
    }

    @Test
    void watchedSecret_withoutAHit_isRefreshedOnSchedule() {
        try (SecretWatch watch = fixture.secrets.watch(List.of("db_password"), change -> {})) {
            fixture.time.advance(BEFORE_76_PERCENT);
            assertThat(vault.reads).hasSize(1);

            fixture.time.advance(AFTER_84_PERCENT.minus(BEFORE_76_PERCENT));
            assertThat(vault.reads).hasSize(2);
            assertThat(watch.names()).containsExactly("db_password");
        }
    }

    @Test
    void handleWithAListener_withoutAHit_isRefreshedOnScheduleUntilItIsClosed() {
        SecretWatch watch = fixture.secrets.bind("db_password").onChange(change -> {});
        fixture.time.advance(AFTER_84_PERCENT);
        assertThat(vault.reads).hasSize(2);

        watch.close();
        fixture.time.advance(Duration.ofMinutes(60));

        assertThat(vault.reads).hasSize(2);
    }

    @Test
    void refreshes_ofManySecrets_areSpreadByFivePercentAround80() {
        Map<String, Duration> refreshedAt = new HashMap<>();
        for (int i = 0; i < SECRETS; i++) {
            fixture.linked("name" + i, "path" + i, "value");
            fixture.resolve("name" + i);
        }
        int before = vault.reads.size();

        Duration step = Duration.ofSeconds(5);
        for (Duration age = Duration.ZERO; refreshedAt.size() < SECRETS; age = age.plus(step)) {
            assertThat(age).isLessThan(Duration.ofMinutes(60));
            for (int i = 0; i < SECRETS; i++) {
                fixture.resolve("name" + i);
            }
            for (String path : vault.reads.subList(before, vault.reads.size())) {
                refreshedAt.putIfAbsent(path, age);
            }
            fixture.time.advance(step);
        }

        assertThat(refreshedAt.values())
                .allSatisfy(age -> assertThat(age).isBetween(Duration.ofSeconds(2736), Duration.ofSeconds(3024 + 5)));
        assertThat(new HashSet<>(refreshedAt.values())).hasSizeGreaterThan(SECRETS / 4);
    }
}
