package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.Disconnection.Revocation;
import io.claviger.spi.VaultFailure.Kind;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Scripted;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C9: a lease nobody received is revoked at once, a superseded one runs out, a disconnect revokes all")
class CacheLeaseRevocationTest {

    private static final Duration LEASE = Duration.ofMinutes(15);

    private final AtomicInteger made = new AtomicInteger();
    private final Fixture fixture = new Fixture().linked("db_user", "db", "");
    private final FakeVault vault = fixture.vault;

    CacheLeaseRevocationTest() {
        vault.minted.put("db", () -> next().build());
    }

    private SecretSnapshot.Builder next() {
        int number = made.incrementAndGet();
        return SecretSnapshot.ofValue(SecretValue.ofText("user-" + number))
                .lease(Scripted.lease("db/" + number, LEASE));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void supersededLease_isNotRevoked() {
        fixture.resolve("db_user");
        fixture.time.advance(LEASE.minusSeconds(30));
        fixture.resolve("db_user");

        assertThat(fixture.resolve("db_user")).isEqualTo("user-2");
        fixture.manager.cache().reset();
        assertThat(fixture.resolve("db_user")).isEqualTo("user-3");
        assertThat(vault.revokedLeases).isEmpty();
    }

    @Test
    void lease_ofAReadThatAResetOvertook_isRevokedAtOnce() {
        Scripted.inNextRead(vault, () -> fixture.manager.cache().reset());

        assertThat(fixture.resolve("db_user")).isEqualTo("user-2");

        assertThat(vault.revokedLeases).containsExactly("db/1");
    }

    @Test
    void lease_ofARefreshThatAResetOvertook_isRevokedAtOnce() {
        fixture.resolve("db_user");
        fixture.time.advance(LEASE.minusSeconds(30));
        Scripted.inNextRead(vault, () -> fixture.manager.cache().resetName("db_user"));

        fixture.resolve("db_user");

        assertThat(vault.revokedLeases).containsExactly("db/2");
    }

    @Test
    void lease_ofAnUncacheableReadThatAResetOvertook_isRevokedAtOnce() {
        vault.minted.put("db", () -> next().uncacheable().build());
        Scripted.inNextRead(vault, () -> fixture.manager.cache().reset());

        assertThat(fixture.resolve("db_user")).isEqualTo("user-2");

        assertThat(vault.revokedLeases).containsExactly("db/1");
    }

    @Test
    void lease_ofAReadThatEndsAfterItsDeadline_isRevokedAtOnce() {
        Scripted.inNextRead(vault, () -> fixture.time.advance(Duration.ofSeconds(10)));

        assertThat(fixture.secrets.attempt("db_user").reason()).contains(Reason.UNREACHABLE);

        assertThat(vault.revokedLeases).containsExactly("db/1");
        assertThat(fixture.resolve("db_user")).isEqualTo("user-2");
    }

    @Test
    void disconnect_revokesEveryLeaseThatIsAlive() {
        fixture.resolve("db_user");
        fixture.time.advance(Duration.ofMinutes(10));
        fixture.manager.cache().reset();
        fixture.resolve("db_user");

        Disconnection disconnection = fixture.manager.disconnect("team");

        assertThat(disconnection.revocation()).isEqualTo(Revocation.REVOKED);
        assertThat(vault.revokedLeases).containsExactlyInAnyOrder("db/1", "db/2");
    }

    @Test
    void disconnect_leavesLeasesAloneThatHaveRunOut() {
        fixture.resolve("db_user");
        fixture.time.advance(LEASE);
        fixture.resolve("db_user");

        fixture.manager.disconnect("team");

        assertThat(vault.revokedLeases).containsExactly("db/2");
    }

    @Test
    void disconnect_afterTheWallClockWasSetForward_revokesLeasesThatAreAlive() {
        fixture.resolve("db_user");
        fixture.time.setWall(Duration.ofHours(1));
        fixture.time.advance(Duration.ofSeconds(2));

        Disconnection disconnection = fixture.manager.disconnect("team");

        assertThat(disconnection.revocation()).isEqualTo(Revocation.REVOKED);
        assertThat(vault.revokedLeases).containsExactly("db/1");
    }

    @Test
    void disconnect_duringARead_revokesItsLeaseToo() {
        Scripted.inNextRead(vault, () -> fixture.manager.disconnect("team"));

        assertThat(fixture.secrets.attempt("db_user").reason()).contains(Reason.DISCONNECTED);

        assertThat(vault.revokedLeases).containsExactly("db/1");
    }

    @Test
    void disconnect_whenALeaseCannotBeRevoked_saysSo() {
        fixture.resolve("db_user");
        vault.beforeRevoke = () -> {
            vault.beforeRevoke = () -> {};
            Scripted.failure(Kind.UNAVAILABLE).run();
        };

        assertThat(fixture.manager.disconnect("team").revocation()).isEqualTo(Revocation.FAILED);
        assertThat(vault.revocations).hasValue(1);
    }

    @Test
    void reauthenticate_revokesTheLeasesOfTheFormerSession() {
        fixture.resolve("db_user");

        fixture.manager.reauthenticate("team", Fixture.renewing("robot"));

        assertThat(vault.revokedLeases).containsExactly("db/1");
        assertThat(fixture.resolve("db_user")).isEqualTo("user-2");
    }

    @Test
    void close_revokesEveryLease() {
        fixture.resolve("db_user");
        fixture.manager.cache().reset();
        fixture.resolve("db_user");

        fixture.manager.close();

        assertThat(vault.revokedLeases).containsExactlyInAnyOrder("db/1", "db/2");
    }
}
