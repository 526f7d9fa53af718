package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.Disconnection.Revocation;
import io.claviger.spi.VaultFailure;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Latches;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S7: a disconnect revokes, drops and closes; links stay and are unresolved")
class DisconnectTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final FakeVault vault = new FakeVault();
    private final Fixture fixture =
            new Fixture(vault, builder -> builder.executor(threads)).linked("token", "token", "value");

    @AfterEach
    void close() {
        fixture.close();
        threads.shutdownNow();
    }

    @Test
    void disconnect_withASession_revokesItAndClosesTheClientOnce() {
        SecretHandle handle = fixture.secrets.bind("token");
        handle.get();

        Disconnection disconnection = fixture.manager.disconnect("team");

        assertThat(disconnection.revocation()).isEqualTo(Revocation.REVOKED);
        assertThat(vault.revocations).hasValue(1);
        Latches.awaitUntil(() -> vault.closes.get() == 1);
        assertThatThrownBy(handle::get).isInstanceOfSatisfying(UnresolvedException.class, e -> assertThat(e.reason())
                .isEqualTo(Reason.DISCONNECTED));
        assertThat(fixture.manager.integration("team").orElseThrow().state()).isEqualTo(IntegrationState.DISCONNECTED);
    }

    @Test
    void disconnect_twice_doesNothingMore() {
        fixture.resolve("token");
        fixture.manager.disconnect("team");

        assertThat(fixture.manager.disconnect("team").revocation()).isEqualTo(Revocation.NOTHING_TO_REVOKE);
        assertThat(vault.revocations).hasValue(1);
    }

    @Test
    void disconnect_whenRevocationFails_succeedsAndSaysSo() {
        fixture.resolve("token");
        vault.beforeRevoke = () -> {
            throw VaultFailure.of(VaultFailure.Kind.UNAVAILABLE, "It is down.");
        };

        assertThat(fixture.manager.disconnect("team").revocation()).isEqualTo(Revocation.FAILED);
        Latches.awaitUntil(() -> vault.closes.get() == 1);
    }

    @Test
    void connectAgain_afterADisconnect_restoresTheLinks() {
        fixture.resolve("token");
        fixture.manager.disconnect("team");

        fixture.manager.connect("team", "fake", Settings.empty(), Fixture.renewing("robot"));

        assertThat(fixture.resolve("token")).isEqualTo("value");
    }

    @Test
    void disconnect_duringARead_leavesItsCallersUnresolvedAndClosesTheClientAfterIt() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        vault.beforeReply = () -> Latches.await(release);
        Future<Resolution> reading = threads.submit(() -> fixture.secrets.attempt("token"));
        Latches.awaitUntil(() -> vault.reads.size() == 1);

        fixture.manager.disconnect("team");
        assertThat(vault.closes).hasValue(0);
        release.countDown();

        assertThat(reading.get().reason()).contains(Reason.DISCONNECTED);
        Latches.awaitUntil(() -> vault.closes.get() == 1);
    }

    @Test
    void disconnect_duringALogin_revokesTheSessionThatItBrings() {
        CountDownLatch release = new CountDownLatch(1);
        vault.beforeLogin = () -> Latches.await(release);
        Future<Resolution> reading = threads.submit(() -> fixture.secrets.attempt("token"));
        Latches.awaitUntil(() -> vault.logins.get() == 1);

        fixture.manager.disconnect("team");
        release.countDown();

        Latches.awaitUntil(() -> vault.revocations.get() == 1);
        Latches.awaitUntil(reading::isDone);
        assertThat(vault.reads).isEmpty();
    }

    @Test
    void disconnect_withoutASession_revokesNothingAndClosesTheClient() {
        assertThat(fixture.manager.disconnect("team").revocation()).isEqualTo(Revocation.NOTHING_TO_REVOKE);

        assertThat(vault.revocations).hasValue(0);
        Latches.awaitUntil(() -> vault.closes.get() == 1);
    }

    @Test
    void disconnect_ofAnUnknownAlias_isRefused() {
        assertThatThrownBy(() -> fixture.manager.disconnect("nobody")).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void close_always_revokesClosesAndIsIdempotent() {
        fixture.resolve("token");

        fixture.manager.close();
        fixture.manager.close();

        assertThat(vault.revocations).hasValue(1);
        assertThat(vault.closes).hasValue(1);
        assertThatThrownBy(() -> fixture.resolve("token"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        Latches.awaitUntil(() -> fixture.time.scheduled() == 0);
    }
}
