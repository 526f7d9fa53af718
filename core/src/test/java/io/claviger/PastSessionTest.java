package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.Disconnection.Revocation;
import io.claviger.event.VaultEvent;
import io.claviger.spi.VaultFailure;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Scripted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName(
        "S5, S7, C9: a session that the library uses no more is ended in its vault, once nothing made in it is in use")
class PastSessionTest {

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final SecretReference DB = SecretReference.of("team", "db");

    private final AtomicInteger minted = new AtomicInteger();
    private final List<VaultEvent> revocations = new ArrayList<>();
    private final FakeVault vault = new FakeVault();
    private Fixture fixture = new Fixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void limitedSession_withNoLease_isRevokedWhenNoReadCanBeUnderWayInIt() {
        open(QUARTER);
        vault.put("db", "value");
        fixture.secrets.resolve(DB);

        fixture.time.advance(QUARTER.plusSeconds(9));
        assertThat(vault.revocations).hasValue(0);
        fixture.time.advance(Duration.ofSeconds(2));

        assertThat(vault.revocations).hasValue(1);
        assertThat(revocations).singleElement().satisfies(event -> {
            assertThat(event.outcome()).isEqualTo(VaultEvent.Outcome.DONE);
            assertThat(event.alias()).contains("team");
        });
        assertThat(fixture.manager.disconnect("team").revocation()).isEqualTo(Revocation.NOTHING_TO_REVOKE);
        assertThat(vault.revocations).hasValue(1);
    }

    @Test
    void limitedSession_withALease_isRevokedWhenTheLeaseIsOver() {
        open(QUARTER);
        mint(HOUR);
        fixture.secrets.resolve(DB);

        fixture.time.advance(HOUR.minusSeconds(1));
        assertThat(vault.revocations).hasValue(0);
        fixture.time.advance(Duration.ofSeconds(2));

        assertThat(vault.revocations).hasValue(1);
        assertThat(vault.revokedLeases).isEmpty();
    }

    @Test
    void limitedSession_whoseLeaseIsRenewed_livesAsLongAsThat() {
        open(QUARTER);
        vault.leaseRenewal = Optional.of(HOUR);
        vault.minted.put(
                "db",
                () -> snapshot(SecretLease.of("lease", Duration.ofMinutes(20)).asRenewable()));
        fixture.manager.cache().setExpiration(Duration.ofHours(2));
        fixture.secrets.resolve(DB);

        fixture.time.advance(Duration.ofMinutes(40));

        assertThat(vault.renewedLeases).isNotEmpty();
        assertThat(vault.revocations).hasValue(0);
    }

    @Test
    void limitedSession_whenItsIntegrationIsDisconnected_isRevokedAfterItsLeases() {
        open(QUARTER);
        mint(HOUR);
        fixture.secrets.resolve(DB);
        fixture.time.advance(QUARTER.plusMinutes(1));

        assertThat(fixture.manager.disconnect("team").revocation()).isEqualTo(Revocation.REVOKED);

        assertThat(vault.revokedLeases).containsExactly("lease 1");
        assertThat(vault.revocations).hasValue(1);
    }

    @Test
    void sessions_oneAfterTheOther_areAllRevokedAtTheEnd() {
        open(QUARTER);
        mint(HOUR);
        for (int i = 0; i < 3; i++) {
            fixture.secrets.resolve(DB);
            fixture.time.advance(QUARTER);
            fixture.manager.cache().reset();
        }

        fixture.close();

        assertThat(vault.logins).hasValue(3);
        assertThat(vault.revocations).hasValue(3);
        assertThat(vault.revokedLeases).hasSize(3);
        assertThat(fixture.time.scheduled()).isZero();
    }

    @Test
    void session_thatEndedBecauseAClockWasSet_isRevokedAtTheEnd() {
        open(Duration.ofDays(1));
        vault.sessionLifetime = Optional.of(HOUR);
        mint(HOUR);
        fixture.secrets.resolve(DB);
        fixture.time.setWall(Duration.ofHours(3));
        fixture.time.advance(Duration.ofSeconds(1));
        fixture.manager.cache().reset();
        fixture.secrets.resolve(DB);
        assertThat(vault.logins).hasValue(2);

        fixture.close();

        assertThat(vault.revocations).hasValue(2);
    }

    @Test
    void session_thatLivedItsLife_isNotAskedToEnd() {
        open(Duration.ofDays(1));
        vault.sessionLifetime = Optional.of(QUARTER);
        mint(Duration.ofMinutes(10));
        fixture.secrets.resolve(DB);
        fixture.time.advance(HOUR);

        assertThat(fixture.manager.disconnect("team").revocation()).isEqualTo(Revocation.NOTHING_TO_REVOKE);

        assertThat(vault.revocations).hasValue(0);
    }

    @Test
    void session_whoseRenewalWasNotAnswered_mayLiveAndIsRevoked() {
        open(Duration.ofDays(1));
        vault.sessionLifetime = Optional.of(QUARTER);
        vault.renewable = true;
        vault.beforeRenewal = () -> {
            throw VaultFailure.of(VaultFailure.Kind.UNAVAILABLE, "The answer was lost.");
        };
        vault.put("db", "value");
        fixture.secrets.resolve(DB);

        fixture.time.advance(QUARTER.plusSeconds(1));
        assertThat(fixture.manager.disconnect("team").revocation()).isEqualTo(Revocation.REVOKED);

        assertThat(vault.revocations).hasValue(1);
    }

    @Test
    void session_thatItsVaultEnded_isNotAskedToEnd() {
        open(Duration.ofDays(1));
        vault.put("db", "value");
        fixture.secrets.resolve(DB);
        fixture.manager.cache().reset();
        Scripted.inNextRead(vault, Scripted.failure(VaultFailure.of(VaultFailure.Kind.SESSION_ENDED, "Who are you?")));
        fixture.secrets.resolve(DB);
        assertThat(vault.logins).hasValue(2);

        fixture.close();

        assertThat(vault.revocations).hasValue(1);
    }

    @Test
    void lease_ofASessionThatItsVaultEnded_isNotToldAsUnrevoked() {
        open(Duration.ofDays(1));
        mint(HOUR);
        fixture.secrets.resolve(DB);
        vault.beforeRevoke = Scripted.failure(VaultFailure.of(VaultFailure.Kind.SESSION_ENDED, "Who are you?"));

        assertThat(fixture.manager.disconnect("team").revocation()).isEqualTo(Revocation.NOTHING_TO_REVOKE);
        vault.beforeRevoke = () -> {};
    }

    private void open(Duration longestSession) {
        fixture.close();
        fixture = new Fixture(
                vault, builder -> builder.longestSession(longestSession).listener(event -> {
                    if (event.type() == VaultEvent.Type.REVOCATION) {
                        revocations.add(event);
                    }
                }));
    }

    private void mint(Duration length) {
        vault.mints = true;
        vault.minted.put("db", () -> snapshot(SecretLease.of("lease " + minted.incrementAndGet(), length)));
    }

    private static SecretSnapshot snapshot(SecretLease lease) {
        return SecretSnapshot.ofValue(SecretValue.ofText("value")).lease(lease).build();
    }
}
