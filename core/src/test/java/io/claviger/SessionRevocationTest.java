package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.Disconnection.Revocation;
import io.claviger.spi.VaultFailure;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Latches;
import io.claviger.support.People;
import io.claviger.support.Scripted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S7, C9: a disconnect or close ends leases, then sessions, then the client, whatever the vault does")
class SessionRevocationTest {

    private final FakeVault vault = new FakeVault();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> order = new ArrayList<>();

    @AfterEach
    void shutDown() {
        threads.shutdownNow();
    }

    @Test
    void disconnect_withLeases_revokesThemBeforeTheSession() {
        try (Fixture fixture = withLeases()) {
            assertThat(fixture.manager.disconnect("team").revocation()).isEqualTo(Revocation.REVOKED);

            assertThat(order).containsExactly("0 leases", "1 leases", "2 leases");
            assertThat(vault.revokedLeases).containsExactlyInAnyOrder("lease-one", "lease-two");
            assertThat(vault.revocations).hasValue(1);
            assertThat(vault.closes).hasValue(1);
        }
    }

    @Test
    void close_withLeases_revokesThemBeforeTheSession() {
        withLeases().close();

        assertThat(order).containsExactly("0 leases", "1 leases", "2 leases");
        assertThat(vault.revocations).hasValue(1);
        assertThat(vault.closes).hasValue(1);
    }

    @Test
    void reauthenticate_withLeases_revokesThoseOfTheFormerSessionBeforeIt() {
        try (Fixture fixture = withLeases()) {
            fixture.manager.reauthenticate("team", Fixture.once("robot"));

            assertThat(order).containsExactly("0 leases", "1 leases", "2 leases");
            assertThat(vault.revocations).hasValue(1);
            assertThat(vault.closes).hasValue(0);
        }
    }

    @Test
    void disconnect_whenALeaseIsNotRevoked_saysSoAndRevokesTheSessionAllTheSame() {
        try (Fixture fixture = withLeases()) {
            vault.beforeRevoke = () -> {
                vault.beforeRevoke = () -> {};
                throw VaultFailure.of(VaultFailure.Kind.UNAVAILABLE, "Down.");
            };

            assertThat(fixture.manager.disconnect("team").revocation()).isEqualTo(Revocation.FAILED);

            assertThat(vault.revokedLeases).hasSize(1);
            assertThat(vault.revocations).hasValue(1);
            assertThat(vault.closes).hasValue(1);
        }
    }

    @Test
    void disconnect_whileTheVaultHangsOverALease_revokesTheSessionInHalfOfTheTime() {
        Fixture fixture = new Fixture(vault, builder -> builder.executor(threads));
        vault.put("one", Scripted.leased("value", SecretLease.of("lease", Duration.ofHours(2))));
        fixture.secrets.resolve(SecretReference.of("team", "one"));
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        vault.beforeRevoke = () -> {
            vault.beforeRevoke = () -> {};
            hanging.countDown();
            awaitIgnoringInterrupts(release);
        };
        CompletableFuture<Disconnection> ended =
                CompletableFuture.supplyAsync(() -> fixture.manager.disconnect("team"), threads);
        Latches.await(hanging);

        fixture.time.advance(Duration.ofSeconds(5));

        Latches.awaitUntil(ended::isDone);
        assertThat(vault.revocations).hasValue(1);
        assertThat(ended.join().revocation()).isEqualTo(Revocation.FAILED);
        release.countDown();
        Latches.awaitUntil(() -> vault.closes.get() == 1);
        fixture.close();
    }

    @Test
    void disconnect_whenTheProviderThrowsAnything_succeedsAndSaysSo() {
        try (Fixture fixture = new Fixture(vault, builder -> builder).linked("token", "token", "value")) {
            fixture.resolve("token");
            vault.beforeRevoke = () -> {
                throw new IllegalStateException("canary");
            };

            Disconnection disconnection = fixture.manager.disconnect("team");

            assertThat(disconnection.revocation()).isEqualTo(Revocation.FAILED);
            assertThat(disconnection.toString()).doesNotContain("canary");
            assertThat(vault.closes).hasValue(1);
        }
    }

    @Test
    void close_withSharedAndPersonalSessions_revokesAll() {
        People people = new People(vault, builder -> builder);
        people.manager.connect("team", "fake", Settings.empty(), Fixture.renewing("robot"));
        vault.put("shared", "value");
        people.manager.resolver().resolve(SecretReference.of("team", "shared"));
        people.signIn(People.ANA);
        people.signIn(People.BOB);
        int closes = vault.closes.get();

        people.close();

        assertThat(vault.revocations).hasValue(3);
        assertThat(vault.closes).hasValue(closes + 2);
        assertThat(people.time.scheduled()).isZero();
    }

    @Test
    void disconnect_withALoginInFlight_closesTheClientOnceAfterItsSessionIsRevoked() {
        Fixture fixture = new Fixture(vault, builder -> builder.executor(threads)).linked("token", "token", "value");
        CountDownLatch release = new CountDownLatch(1);
        try (fixture) {
            vault.beforeLogin = () -> Latches.await(release);
            vault.beforeRevoke = () -> order.add("closes " + vault.closes.get());
            CompletableFuture<SecretValue> caller = fixture.secrets.resolveAsync("token");
            Latches.awaitUntil(() -> vault.logins.get() == 1);

            fixture.manager.disconnect("team");
            assertThat(vault.closes).hasValue(0);
            release.countDown();

            Latches.awaitUntil(() -> vault.closes.get() == 1 && caller.isDone());
            assertThat(order).containsExactly("closes 0");
            assertThat(vault.revocations).hasValue(1);
            assertThat(vault.reads).isEmpty();
        } finally {
            release.countDown();
        }
        assertThat(vault.closes).hasValue(1);
    }

    @Test
    void close_withAReadInFlight_waitsForItAndClosesTheClientAfterIt() {
        Fixture fixture = new Fixture(vault, builder -> builder.executor(threads)).linked("token", "token", "value");
        CountDownLatch release = new CountDownLatch(1);
        vault.beforeReply = () -> Latches.await(release);
        CompletableFuture<SecretValue> caller = fixture.secrets.resolveAsync("token");
        Latches.awaitUntil(() -> vault.reads.size() == 1);
        CompletableFuture<Void> closing = CompletableFuture.runAsync(fixture::close, threads);
        Latches.awaitUntil(() -> vault.revocations.get() == 1);
        assertThat(closing).isNotDone();
        assertThat(vault.closes).hasValue(0);

        release.countDown();

        Latches.awaitUntil(closing::isDone);
        Latches.awaitUntil(caller::isDone);
        assertThat(caller).isCompletedExceptionally();
        assertThat(vault.closes).hasValue(1);
    }

    @Test
    void close_withACallThatNeverEnds_returnsAtItsDeadline() {
        Fixture fixture = new Fixture(vault, builder -> builder.executor(threads)).linked("token", "token", "value");
        CountDownLatch release = new CountDownLatch(1);
        vault.beforeReply = () -> awaitIgnoringInterrupts(release);
        var unused = fixture.secrets.resolveAsync("token");
        Latches.awaitUntil(() -> vault.reads.size() == 1);
        CompletableFuture<Void> closing = CompletableFuture.runAsync(fixture::close, threads);
        Latches.awaitUntil(() -> vault.revocations.get() == 1);
        Latches.awaitUntil(() -> {
            fixture.time.advance(Duration.ofSeconds(10));
            return closing.isDone();
        });
        assertThat(vault.closes).hasValue(0);

        release.countDown();
        Latches.awaitUntil(() -> vault.closes.get() == 1);
    }

    private static void awaitIgnoringInterrupts(CountDownLatch release) {
        while (release.getCount() > 0) {
            Thread.onSpinWait();
        }
    }

    private Fixture withLeases() {
        Fixture fixture = new Fixture(vault, builder -> builder);
        for (String path : List.of("one", "two")) {
            vault.put(
                    path,
                    SecretSnapshot.ofValue(SecretValue.ofText("value"))
                            .lease(SecretLease.of("lease-" + path, Duration.ofHours(2)))
                            .build());
            fixture.secrets.resolve(SecretReference.of("team", path));
        }
        vault.beforeRevoke = () -> order.add(vault.revokedLeases.size() + " leases");
        return fixture;
    }
}
