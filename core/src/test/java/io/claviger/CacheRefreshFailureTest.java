package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Scripted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C6: a refresh that fails keeps the value until its expiration and backs off")
class CacheRefreshFailureTest {

    private static final Duration REFRESH_POINT = Duration.ofMinutes(51);

    private final Fixture fixture = new Fixture().linked("db_password", "db", "first");
    private final FakeVault vault = fixture.vault;
    private final List<Long> attempts = new ArrayList<>();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void value_whileRefreshesFail_isServedUntilItsExpirationAndNotLonger() {
        fixture.resolve("db_password");
        fixture.time.advance(REFRESH_POINT);
        vault.beforeReply = Scripted.failure(Kind.UNAVAILABLE);

        fixture.resolve("db_password");
        fixture.time.advance(Duration.ofMinutes(9).minusMillis(1));
        assertThat(fixture.resolve("db_password")).isEqualTo("first");

        fixture.time.advance(Duration.ofMillis(1));
        assertThat(fixture.secrets.attempt("db_password").reason()).contains(Reason.UNREACHABLE);
    }

    @Test
    void hits_whileTheBackOffLasts_startNothing() {
        fixture.resolve("db_password");
        fixture.time.advance(REFRESH_POINT);
        vault.beforeReply = Scripted.failure(Kind.UNAVAILABLE);
        for (int i = 0; i < 10; i++) {
            fixture.resolve("db_password");
        }
        assertThat(vault.reads).hasSize(2);

        fixture.time.advance(Duration.ofMillis(3_700));
        fixture.resolve("db_password");
        assertThat(vault.reads).hasSize(2);

        fixture.time.advance(Duration.ofMillis(2_600));
        fixture.resolve("db_password");
        fixture.resolve("db_password");
        assertThat(vault.reads).hasSize(3);
    }

    @Test
    void backOff_ofAWatchedSecret_doublesFromFiveSecondsToFiveMinutes() {
        failRefreshes(VaultFailure.of(Kind.UNAVAILABLE, "It is down."), Duration.ofMinutes(119));

        List<Duration> waits = waits();
        assertThat(waits).hasSizeGreaterThan(8);
        Duration expected = Duration.ofSeconds(5);
        for (Duration wait : waits) {
            assertThat(wait)
                    .isBetween(
                            expected.multipliedBy(3).dividedBy(4),
                            expected.multipliedBy(5).dividedBy(4));
            expected = expected.multipliedBy(2);
            if (expected.compareTo(Duration.ofMinutes(5)) > 0) {
                expected = Duration.ofMinutes(5);
            }
        }
    }

    @Test
    void retryAfter_longerThanTheBackOff_isHonoured() {
        failRefreshes(VaultFailure.of(Kind.UNAVAILABLE, "Later.").retryAfter(Duration.ofMinutes(2)), REFRESH_POINT);
        fixture.time.advance(Duration.ofMinutes(5));

        assertThat(waits().get(0)).isBetween(Duration.ofMinutes(2), Duration.ofSeconds(121));
    }

    @Test
    void retryAfter_whileThrottled_isHonoured() {
        failRefreshes(VaultFailure.of(Kind.THROTTLED, "Later.").retryAfter(Duration.ofMinutes(2)), REFRESH_POINT);
        fixture.time.advance(Duration.ofMinutes(5));

        assertThat(waits().get(0)).isBetween(Duration.ofMinutes(2), Duration.ofSeconds(121));
    }

    @Test
    void retryAfter_ofAnHour_isHonouredForFiveMinutes() {
        fixture.manager.cache().setExpiration(Duration.ofMinutes(120));
        failRefreshes(
                VaultFailure.of(Kind.UNAVAILABLE, "Later.").retryAfter(Duration.ofHours(1)), Duration.ofMinutes(119));

        assertThat(waits().get(0)).isBetween(Duration.ofMinutes(5), Duration.ofSeconds(301));
    }

    @Test
    void refresh_thatFailsWithAnyOtherReason_keepsTheValueToo() {
        fixture.resolve("db_password");
        for (Kind kind : List.of(Kind.MISCONFIGURED, Kind.THROTTLED, Kind.CREDENTIALS_REFUSED)) {
            fixture.manager.cache().reset();
            vault.beforeReply = () -> {};
            fixture.resolve("db_password");
            fixture.time.advance(REFRESH_POINT);
            vault.beforeReply = Scripted.failure(kind);
            int before = vault.reads.size();

            fixture.resolve("db_password");
            fixture.time.advance(Duration.ofSeconds(10));
            fixture.resolve("db_password");

            assertThat(vault.reads).as("reads while %s", kind).hasSizeGreaterThan(before + 1);
            assertThat(fixture.resolve("db_password")).isEqualTo("first");
        }
    }

    @Test
    void refresh_thatSucceedsAfterFailures_bringsTheNewValue() {
        fixture.resolve("db_password");
        fixture.time.advance(REFRESH_POINT);
        vault.beforeReply = Scripted.failure(Kind.UNAVAILABLE);
        fixture.resolve("db_password");
        vault.beforeReply = () -> {};
        vault.put("db", "second");

        fixture.time.advance(Duration.ofSeconds(6));
        fixture.resolve("db_password");

        assertThat(fixture.resolve("db_password")).isEqualTo("second");
    }

    /** Watches the secret and has every refresh fail until it is of an age. */
    private void failRefreshes(VaultFailure failure, Duration age) {
        if (age.compareTo(Duration.ofMinutes(60)) > 0) {
            fixture.manager.cache().setExpiration(Duration.ofMinutes(120));
        }
        fixture.secrets.watch(List.of("db_password"), change -> {});
        assertThat(vault.reads).hasSize(1);
        vault.beforeReply = () -> {
            attempts.add(fixture.time.nanoTime());
            throw failure;
        };
        fixture.time.advance(age);
    }

    private List<Duration> waits() {
        List<Duration> waits = new ArrayList<>();
        for (int i = 1; i < attempts.size(); i++) {
            waits.add(Duration.ofNanos(attempts.get(i) - attempts.get(i - 1)));
        }
        return waits;
    }
}
