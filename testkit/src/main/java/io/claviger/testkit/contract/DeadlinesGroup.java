package io.claviger.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.Credentials;
import io.claviger.spi.Locator;
import io.claviger.spi.Session;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultFailure;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** No call outlasts its deadline or its caller. */
abstract class DeadlinesGroup extends ContractGroup {

    private static final Duration LONG = Duration.ofMinutes(2);

    DeadlinesGroup(VaultContract vault) {
        super(vault);
    }

    @Needs(Capability.SLOW_REPLIES)
    @Test
    @DisplayName("a read whose deadline has passed asks nothing")
    void read_afterItsDeadline_asksNothing() throws Exception {
        String name = stored(canary().value());
        Session session = logIn();
        Locator locator = locate(name).locator();
        long before = vault.requests();
        assertThat(failure(() -> session.read(locator, call(Duration.ZERO))).kind())
                .isEqualTo(VaultFailure.Kind.UNAVAILABLE);
        assertThat(vault.requests()).isEqualTo(before);
    }

    @Needs(Capability.INTERRUPTION)
    @Test
    @DisplayName("a read of an interrupted thread asks nothing, and the thread stays interrupted")
    void read_interruptedBefore_asksNothing() throws Exception {
        String name = stored(canary().value());
        Session session = logIn();
        Locator locator = locate(name).locator();
        long before = vault.requests();
        Thread.currentThread().interrupt();
        VaultFailure failure = failure(() -> session.read(locator, call()));
        assertThat(Thread.interrupted())
                .as("whether the thread is still interrupted")
                .isTrue();
        assertThat(failure.kind()).isEqualTo(VaultFailure.Kind.UNAVAILABLE);
        assertThat(vault.requests()).isEqualTo(before);
    }

    @Needs({Capability.INTERRUPTION, Capability.CREDENTIALS})
    @Test
    @DisplayName("a login of an interrupted thread asks nothing: nobody would end its session")
    void authenticate_interruptedBefore_asksNothing() throws Exception {
        VaultClient client = client();
        Credentials credentials = vault.credentials();
        long before = vault.requests();
        Thread.currentThread().interrupt();
        VaultFailure failure = failure(() -> client.authenticate(credentials, call()));
        assertThat(Thread.interrupted())
                .as("whether the thread is still interrupted")
                .isTrue();
        assertThat(failure.kind()).isEqualTo(VaultFailure.Kind.UNAVAILABLE);
        assertThat(vault.requests()).isEqualTo(before);
    }

    @Needs({Capability.SLOW_REPLIES, Capability.INTERRUPTION})
    @Test
    @DisplayName("a read that is interrupted while it waits ends, and the thread stays interrupted")
    void read_interruptedWhileItWaits_ends() throws Exception {
        String name = stored(canary().value());
        Session session = logIn();
        Locator locator = locate(name).locator();
        vault.beSlow();
        long before = vault.requests();
        CompletableFuture<Boolean> stillInterrupted = new CompletableFuture<>();
        Thread reader = new Thread(() -> {
            failure(() -> session.read(locator, call(LONG)));
            stillInterrupted.complete(Thread.currentThread().isInterrupted());
        });
        reader.start();
        awaitMoreThan(before);
        reader.interrupt();
        assertThat(stillInterrupted.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    // yielding only saves time: the outcome does not depend on it
    @SuppressWarnings("ThreadPriorityCheck")
    private void awaitMoreThan(long requests) {
        long begin = System.nanoTime();
        while (vault.requests() == requests) {
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .as("the time until the vault was asked")
                    .isLessThan(PATIENCE);
            Thread.yield();
        }
    }
}
