package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.spi.VaultFailure.Kind;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Scripted;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C15: time asleep counts, for refreshes, stale values, leases and absences too")
class CacheSuspendTest {

    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    private final FakeVault vault = new FakeVault();
    private final Fixture fixture = new Fixture(
                    vault,
                    builder ->
                            builder.cachePolicy(CachePolicy.standard().withStaleWhileUnavailable(Duration.ofHours(2))))
            .linked("db_password", "db", "first");

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void watchedSecret_whoseRefreshFellDueInSuspend_isReadWithinASecond() {
        fixture.secrets.watch(List.of("db_password"), change -> {});
        fixture.time.suspend(Duration.ofMinutes(55));

        fixture.time.advance(ONE_SECOND);

        assertThat(vault.reads).hasSize(2);
    }

    @Test
    void secret_whoseRefreshFellDueInSuspend_isReadAtAHitAfterASecond() {
        fixture.resolve("db_password");
        fixture.time.suspend(Duration.ofMinutes(55));
        fixture.time.advance(ONE_SECOND);

        fixture.resolve("db_password");

        assertThat(vault.reads).hasSize(2);
    }

    @Test
    void handle_afterASuspendBeyondTheExpiration_hasTheOldValueForOneSecondAtMost() {
        SecretHandle handle = fixture.secrets.bind("db_password");
        handle.get();
        vault.put("db", "second");
        fixture.time.suspend(Duration.ofHours(1));

        fixture.time.advance(ONE_SECOND);

        assertThat(handle.get().revealText()).isEqualTo("second");
    }

    @Test
    void staleValue_afterASuspendBeyondItsEnd_isServedForOneSecondAtMost() {
        fixture.resolve("db_password");
        vault.beforeReply = Scripted.failure(Kind.UNAVAILABLE);
        fixture.time.advance(Duration.ofMinutes(61));
        assertThat(fixture.secrets.attempt("db_password").stale()).isTrue();

        fixture.time.suspend(Duration.ofHours(2));
        fixture.time.advance(ONE_SECOND);

        assertThat(fixture.secrets.attempt("db_password").reason()).contains(Reason.UNREACHABLE);
    }

    @Test
    void absence_afterASuspend_isAskedForAgainAtOnce() {
        vault.remove("db");
        assertThat(fixture.secrets.attempt("db_password").reason()).contains(Reason.NOT_FOUND);
        vault.put("db", "second");

        fixture.time.suspend(Duration.ofSeconds(10));

        assertThat(fixture.resolve("db_password")).isEqualTo("second");
    }

    @Test
    void lease_thatEndedInSuspend_isNotServedAfterASecond() {
        vault.leaseRenewal = Optional.of(Duration.ofMinutes(15));
        vault.put(
                "db",
                Scripted.leased(
                        "leased", Scripted.lease("db/1", Duration.ofMinutes(15)).asRenewable()));
        fixture.resolve("db_password");
        vault.put("db", "second");
        fixture.time.suspend(Duration.ofMinutes(16));

        fixture.time.advance(ONE_SECOND);

        assertThat(fixture.resolve("db_password")).isEqualTo("second");
    }

    @Test
    void wallClock_setBack_putsOffNoRefresh() {
        fixture.resolve("db_password");
        fixture.time.setWall(Duration.ofHours(-5));
        fixture.time.advance(Duration.ofMinutes(51));

        fixture.resolve("db_password");

        assertThat(vault.reads).hasSize(2);
    }

    @Test
    void idleManager_withAWatchAndManySecrets_wakesOnceASecondAtMost() {
        fixture.secrets.watch(List.of("db_password"), change -> {});
        for (int i = 0; i < 50; i++) {
            fixture.linked("name" + i, "path" + i, "value");
            fixture.resolve("name" + i);
        }
        int before = fixture.time.wakeUps();

        fixture.time.advance(Duration.ofMinutes(1));

        assertThat(fixture.time.wakeUps() - before).isBetween(1, 60);
        assertThat(fixture.time.scheduled()).isEqualTo(1);
    }

    @Test
    void idleManager_withoutSecrets_wakesNoThreadOnceItsAbsencesAreForgotten() {
        vault.remove("db");
        fixture.secrets.attempt("db_password");
        fixture.time.advance(Duration.ofSeconds(10));

        assertThat(fixture.time.scheduled()).isZero();
    }
}
