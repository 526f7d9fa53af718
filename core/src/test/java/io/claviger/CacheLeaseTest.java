package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.spi.VaultFailure.Kind;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Scripted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C9: a lease caps the expiration, is renewed up to it, and is then replaced")
class CacheLeaseTest {

    private static final Duration LEASE = Duration.ofMinutes(15);

    private final AtomicInteger made = new AtomicInteger();
    private final Fixture fixture = new Fixture();
    private final FakeVault vault = fixture.vault;

    CacheLeaseTest() {
        fixture.manager.link("user", SecretReference.parse("vault://team/db#user"));
        fixture.manager.link("password", SecretReference.parse("vault://team/db#password"));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void lease_thatIsNotRenewable_capsTheExpiration() {
        mint(false);
        assertThat(fixture.resolve("user")).isEqualTo("user-1");

        fixture.time.advance(LEASE.minusMillis(1));
        assertThat(fixture.resolve("user")).isEqualTo("user-1");
        fixture.manager.cache().reset();
        assertThat(fixture.resolve("user")).isEqualTo("user-3");
        fixture.time.advance(LEASE);

        assertThat(fixture.resolve("user")).isEqualTo("user-4");
        assertThat(vault.renewedLeases).isEmpty();
    }

    @Test
    void lease_thatEnds_isNotServedAfterItsEnd() {
        mint(false);
        fixture.resolve("user");

        fixture.time.advance(LEASE);

        assertThat(fixture.manager.cache().contents()).isEmpty();
        assertThat(fixture.resolve("user")).isEqualTo("user-2");
    }

    @Test
    void lifetime_andLease_capTheExpirationByTheShorterOfTheTwo() {
        vault.minted.put("db", () -> Scripted.accountFields(String.valueOf(made.incrementAndGet()))
                .lifetime(Duration.ofMinutes(10))
                .lease(Scripted.lease("db/" + made.get(), LEASE))
                .build());
        fixture.resolve("user");

        fixture.time.advance(Duration.ofMinutes(10));

        assertThat(fixture.resolve("user")).isEqualTo("user-2");
    }

    @Test
    void uncacheableSecret_withALease_isNeverServedTwice() {
        vault.minted.put("db", () -> Scripted.accountFields(String.valueOf(made.incrementAndGet()))
                .lease(Scripted.lease("db/" + made.get(), LEASE))
                .uncacheable()
                .build());

        assertThat(fixture.resolve("user")).isEqualTo("user-1");
        assertThat(fixture.resolve("user")).isEqualTo("user-2");
        assertThat(vault.revokedLeases).isEmpty();
    }

    @Test
    void renewableLease_isRenewedWithoutAHitUntilTheExpirationAndThenReplaced() {
        mint(true);
        vault.leaseRenewal = Optional.of(LEASE);
        fixture.resolve("user");

        fixture.time.advance(Duration.ofMinutes(60).minusMillis(1));
        assertThat(vault.renewedLeases).hasSizeBetween(4, 6).containsOnly("db/1");
        assertThat(made).hasValue(1);
        assertThat(fixture.manager.cache().contents()).hasSize(1);

        fixture.time.advance(Duration.ofMillis(1));
        assertThat(fixture.resolve("user")).isEqualTo("user-2");
        assertThat(fixture.resolve("password")).isEqualTo("password-2");
    }

    @Test
    void renewableLease_longerThanTheExpiration_isNotRenewed() {
        mint(true);
        fixture.manager.cache().setExpiration(Duration.ofMinutes(10));
        fixture.resolve("user");

        fixture.time.advance(Duration.ofMinutes(10));

        assertThat(vault.renewedLeases).isEmpty();
        assertThat(fixture.manager.cache().contents()).isEmpty();
    }

    @Test
    void renewableLease_whileItIsRenewed_isNotReplacedByRefreshes() {
        mint(true);
        vault.leaseRenewal = Optional.of(LEASE);
        fixture.resolve("user");

        for (int minute = 0; minute < 45; minute++) {
            assertThat(fixture.resolve("user")).isEqualTo("user-1");
            fixture.time.advance(Duration.ofMinutes(1));
        }

        assertThat(made).hasValue(1);
    }

    @Test
    void renewableLease_whoseRenewalTakesTime_isCountedFromItsBeginning() {
        mint(true);
        fixture.manager.cache().setExpiration(Duration.ofHours(2));
        vault.leaseRenewal = Optional.of(LEASE);
        AtomicReference<Instant> asked = new AtomicReference<>();
        vault.beforeRenewal = () -> {
            asked.set(fixture.time.now());
            vault.beforeRenewal = Scripted.failure(Kind.DENIED);
            fixture.time.advance(Duration.ofSeconds(8));
        };
        fixture.resolve("user");

        fixture.time.advance(LEASE.minusSeconds(1));

        assertThat(fixture.manager.cache().contents())
                .singleElement()
                .extracting(CachedSecret::expiresAt)
                .isEqualTo(asked.get().plus(LEASE));
    }

    @Test
    void renewableLease_thatTheVaultRenewsNoMore_endsWithItsTime() {
        mint(true);
        vault.leaseRenewal = Optional.empty();
        fixture.resolve("user");

        fixture.time.advance(LEASE.minusMillis(1));
        assertThat(fixture.manager.cache().contents()).hasSize(1);
        fixture.time.advance(Duration.ofMillis(1));

        assertThat(fixture.manager.cache().contents()).isEmpty();
        assertThat(vault.renewedLeases).hasSize(1);
    }

    @Test
    void renewableLease_whenARenewalFails_isTriedAgainInTime() {
        mint(true);
        vault.leaseRenewal = Optional.of(LEASE);
        fixture.resolve("user");
        vault.beforeRenewal = () -> {
            vault.beforeRenewal = () -> {};
            Scripted.failure(Kind.UNAVAILABLE).run();
        };

        fixture.time.advance(LEASE.plusMinutes(5));

        assertThat(vault.renewedLeases).hasSizeGreaterThan(1);
        assertThat(fixture.resolve("user")).isEqualTo("user-1");
    }

    @Test
    void renewableLease_whoseRenewalsAllFail_endsWithItsTimeAndIsNotAskedForAFlood() {
        mint(true);
        fixture.resolve("user");
        vault.beforeRenewal = Scripted.failure(Kind.UNAVAILABLE);

        fixture.time.advance(LEASE);

        assertThat(fixture.manager.cache().contents()).isEmpty();
        assertThat(vault.renewedLeases).hasSizeBetween(2, 12);
    }

    @Test
    void userAndPassword_areOfOneLease() {
        mint(false);

        assertThat(fixture.resolve("user")).isEqualTo("user-1");
        assertThat(fixture.resolve("password")).isEqualTo("password-1");
        assertThat(fixture.secrets.resolveAll(List.of("password", "user")).values())
                .allSatisfy(resolution ->
                        assertThat(resolution.orElseThrow().revealText()).endsWith("-1"));
        assertThat(made).hasValue(1);
    }

    private void mint(boolean renewable) {
        vault.minted.put("db", () -> {
            String number = String.valueOf(made.incrementAndGet());
            SecretLease lease = Scripted.lease("db/" + number, LEASE);
            return Scripted.accountFields(number)
                    .lease(renewable ? lease.asRenewable() : lease)
                    .build();
        });
    }
}
