package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.spi.VaultFailure;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Latches;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C9: a lease that nobody received is revoked at once, one that ran out is not, a disconnect ends the rest")
class SessionLeaseTest {

    private static final SecretReference DB = SecretReference.of("team", "db");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger minted = new AtomicInteger();
    private final FakeVault vault = new FakeVault();
    private final Fixture fixture = new Fixture(vault, builder -> builder.executor(threads));

    SessionLeaseTest() {
        vault.minted.put("db", () -> lease(Duration.ofMinutes(30)).build());
    }

    @AfterEach
    void close() {
        release.countDown();
        vault.beforeReply = () -> {};
        vault.beforeRevoke = () -> {};
        fixture.manager.disconnect("team");
        fixture.close();
        threads.shutdownNow();
    }

    @Test
    void leaseOfARead_thatCameAfterItsDeadline_isRevoked() {
        vault.beforeReply = this::awaitIgnoringInterrupts;
        CompletableFuture<SecretValue> read = fixture.secrets.resolveAsync(DB);
        Latches.awaitUntil(() -> vault.reads.size() == 1);
        fixture.time.advance(Duration.ofSeconds(10));
        Latches.awaitUntil(read::isDone);
        assertThat(vault.revokedLeases).isEmpty();

        release.countDown();

        Latches.awaitUntil(() -> vault.revokedLeases.size() == 1);
        assertThat(vault.revokedLeases).containsExactly("lease 1");
    }

    @Test
    void leaseOfARead_thatAResetOvertook_isRevoked() {
        vault.beforeReply = () -> Latches.await(release);
        CompletableFuture<SecretValue> read = fixture.secrets.resolveAsync(DB);
        Latches.awaitUntil(() -> vault.reads.size() == 1);
        fixture.manager.cache().reset();
        release.countDown();

        Latches.awaitUntil(() -> read.isDone() && vault.revokedLeases.size() == 1);
        assertThat(vault.revokedLeases).containsExactly("lease 1");
        assertThat(read.join().revealText()).isEqualTo("value 2");
    }

    @Test
    void leaseOfAnUncacheableRead_thatAResetOvertook_isRevoked() {
        vault.minted.put("db", () -> lease(Duration.ofMinutes(30)).uncacheable().build());
        vault.beforeReply = () -> Latches.await(release);
        CompletableFuture<SecretValue> read = fixture.secrets.resolveAsync(DB);
        Latches.awaitUntil(() -> vault.reads.size() == 1);
        fixture.manager.cache().reset();
        release.countDown();

        Latches.awaitUntil(() -> read.isDone() && vault.revokedLeases.size() == 1);
        assertThat(vault.revokedLeases).containsExactly("lease 1");
    }

    @Test
    void leaseOfARead_thatADisconnectOvertook_isRevokedBeforeTheClientIsClosed() {
        vault.beforeReply = () -> Latches.await(release);
        CompletableFuture<SecretValue> read = fixture.secrets.resolveAsync(DB);
        Latches.awaitUntil(() -> vault.reads.size() == 1);
        fixture.manager.disconnect("team");
        AtomicInteger closesThen = new AtomicInteger(-1);
        vault.beforeRevoke = () -> closesThen.set(vault.closes.get());
        release.countDown();

        Latches.awaitUntil(() -> read.isDone() && vault.revokedLeases.size() == 1);
        assertThat(closesThen).hasValue(0);
        Latches.awaitUntil(() -> vault.closes.get() == 1);
    }

    @Test
    void lease_thatRanOut_isNotRevoked() {
        fixture.secrets.resolve(DB);
        fixture.time.advance(Duration.ofMinutes(30));

        fixture.manager.disconnect("team");

        assertThat(vault.revokedLeases).isEmpty();
        assertThat(vault.revocations).hasValue(1);
    }

    @Test
    void lease_thatWasRevokedBefore_isNotRevokedAgain() {
        vault.beforeReply = () -> Latches.await(release);
        CompletableFuture<SecretValue> read = fixture.secrets.resolveAsync(DB);
        Latches.awaitUntil(() -> vault.reads.size() == 1);
        fixture.manager.cache().reset();
        release.countDown();
        Latches.awaitUntil(() -> read.isDone() && vault.revokedLeases.size() == 1);

        fixture.manager.disconnect("team");
        fixture.manager.disconnect("team");

        assertThat(vault.revokedLeases).containsExactly("lease 1", "lease 2");
    }

    @Test
    void supersededLease_thatIsStillAlive_isEndedByADisconnectAndNotBefore() {
        fixture.secrets.resolve(DB);
        fixture.manager.cache().reset();
        fixture.secrets.resolve(DB);
        assertThat(vault.revokedLeases).isEmpty();

        fixture.manager.disconnect("team");

        assertThat(vault.revokedLeases).containsExactlyInAnyOrder("lease 1", "lease 2");
    }

    @Test
    void leaseOfAFailedRevocation_doesNotFailTheReadThatCausedIt() {
        vault.beforeReply = () -> Latches.await(release);
        AtomicInteger tried = new AtomicInteger();
        vault.beforeRevoke = () -> {
            tried.incrementAndGet();
            throw VaultFailure.of(VaultFailure.Kind.UNAVAILABLE, "Down.");
        };
        CompletableFuture<SecretValue> read = fixture.secrets.resolveAsync(DB);
        Latches.awaitUntil(() -> vault.reads.size() == 1);
        fixture.manager.cache().reset();
        release.countDown();

        Latches.awaitUntil(() -> read.isDone() && tried.get() == 1);
        assertThat(read.join().revealText()).isEqualTo("value 2");
    }

    private SecretSnapshot.Builder lease(Duration length) {
        int number = minted.incrementAndGet();
        return SecretSnapshot.ofValue(SecretValue.ofText("value " + number))
                .lease(SecretLease.of("lease " + number, length));
    }

    private void awaitIgnoringInterrupts() {
        while (release.getCount() > 0) {
            Thread.onSpinWait();
        }
    }
}
