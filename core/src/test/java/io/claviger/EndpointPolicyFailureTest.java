package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Latches;
import io.claviger.support.NetworkedVault;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Design §11: an endpoint policy that throws or blocks permits nothing, and holds up nobody for good")
class EndpointPolicyFailureTest {

    private static final Settings SETTINGS = Settings.of("address", "https://8.8.8.8");
    private static final SecretReference SECRET = SecretReference.of("net", "secret");
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final NetworkedVault network = new NetworkedVault();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private volatile EndpointPolicy policy = EndpointPolicy.open();
    private final Fixture fixture = new Fixture(new FakeVault(), builder -> builder.provider(network)
            .executor(threads)
            .timeout(TIMEOUT)
            .endpointPolicy(endpoint -> policy.decide(endpoint)));
    private final IntegrationManager manager = fixture.manager;

    @AfterEach
    void close() {
        release.countDown();
        threads.shutdownNow();
        manager.close();
    }

    private void connect() {
        manager.connect("net", "networked", SETTINGS, Fixture.renewing("robot"));
    }

    private EndpointDecision block(Endpoint endpoint) {
        asked.countDown();
        // not even an interrupt ends it
        boolean released = false;
        while (!released) {
            try {
                release.await();
                released = true;
            } catch (InterruptedException e) {
                // goes on waiting
            }
        }
        return EndpointDecision.permitted();
    }

    @Test
    void connect_underAPolicyThatThrows_isRefusedWithoutItsText() {
        policy = endpoint -> {
            throw new IllegalStateException("canary");
        };

        assertThatThrownBy(this::connect)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("because it failed")
                .hasMessageNotContaining("canary")
                .hasNoCause();
        assertThat(manager.integration("net")).isEmpty();
    }

    @Test
    void connect_underAPolicyThatThrowsAnError_isRefused() {
        policy = endpoint -> {
            throw new AssertionError("canary");
        };

        assertThatThrownBy(this::connect)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageNotContaining("canary");
    }

    @Test
    void connect_underAPolicyThatAnswersNothing_isRefused() {
        policy = endpoint -> null;

        assertThatThrownBy(this::connect).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void read_underAPolicyThatThrows_isMisconfiguredAndNothingIsSent() {
        connect();
        policy = endpoint -> {
            throw new IllegalStateException("canary");
        };

        assertThat(manager.resolver().attempt(SECRET).reason()).contains(Reason.MISCONFIGURED);
        assertThat(network.sent).isEmpty();
    }

    @Test
    void connect_underAPolicyThatBlocks_isRefusedAtTheTimeout() {
        policy = this::block;
        CompletableFuture<Void> connecting = CompletableFuture.runAsync(this::connect, threads);
        Latches.await(asked);
        Latches.awaitUntil(() -> fixture.time.scheduled() > 0);
        assertThat(connecting).isNotDone();

        Latches.awaitUntil(() -> {
            fixture.time.advance(TIMEOUT);
            return connecting.isDone();
        });

        assertThatThrownBy(connecting::join)
                .hasCauseInstanceOf(ConfigurationException.class)
                .hasMessageContaining("because it failed");
        assertThat(manager.integration("net")).isEmpty();
    }

    @Test
    void read_underAPolicyThatBlocks_endsAtItsDeadlineAndNothingIsSentAfterwards() {
        connect();
        policy = this::block;
        CompletableFuture<Resolution> reading =
                CompletableFuture.supplyAsync(() -> manager.resolver().attempt(SECRET), threads);
        Latches.await(asked);

        Latches.awaitUntil(() -> {
            fixture.time.advance(TIMEOUT);
            return reading.isDone();
        });

        assertThat(reading.join().reason()).contains(Reason.UNREACHABLE);
        release.countDown();
        threads.shutdown();
        Latches.awaitUntil(threads::isTerminated);
        assertThat(network.sent).isEmpty();
    }
}
