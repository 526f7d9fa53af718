package io.claviger.provider.hashicorp;

import static io.claviger.provider.hashicorp.Vaults.at;
import static io.claviger.provider.hashicorp.Vaults.call;
import static io.claviger.provider.hashicorp.Vaults.failure;
import static io.claviger.provider.hashicorp.Vaults.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.spi.Session;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever the server does, a call ends with its deadline. */
@Timeout(30)
class DeadlineTest {

    private static final Duration SHORT = Duration.ofMillis(200);

    private final VaultStub stub = new VaultStub();
    private Session session;

    @BeforeEach
    void logIn() {
        session = Vaults.open(stub.address()).authenticate(HashicorpCredentials.token("t"), call());
    }

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void read_serverThatNeverAnswers_endsAtTheDeadline() {
        stub.on(VaultStub.SECRET, stub.silence());
        assertEndsInTime();
    }

    @Test
    void read_serverThatTrickles_endsAtTheDeadline() {
        stub.on(VaultStub.SECRET, stub.trickle());
        assertEndsInTime();
    }

    private void assertEndsInTime() {
        VaultFailure failure = failure(() -> session.read(at("kv/a"), within(SHORT)));
        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure.detail()).contains("in time");
    }

    @Test
    void authenticate_serverThatNeverAnswers_endsAtTheDeadline() {
        stub.on(VaultStub.APPROLE, stub.silence());
        VaultFailure failure = failure(
                () -> Vaults.open(stub.address()).authenticate(HashicorpCredentials.appRole("r", "s"), within(SHORT)));
        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure.createdNothing()).isFalse();
    }

    @Test
    void read_deadlineInThePast_asksNothing() {
        int before = stub.paths().size();
        assertThat(failure(() -> session.read(at("kv/a"), within(Duration.ZERO)))
                        .kind())
                .isEqualTo(Kind.UNAVAILABLE);
        assertThat(stub.paths()).hasSize(before);
    }

    @Test
    void read_threadInterruptedBefore_asksNothingAndStaysInterrupted() {
        int before = stub.paths().size();
        Thread.currentThread().interrupt();
        VaultFailure failure = failure(() -> session.read(at("kv/a"), call()));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure.detail()).contains("cancelled");
        assertThat(stub.paths()).hasSize(before);
    }

    @Test
    void read_threadInterruptedWhileItWaits_isCancelledAndStaysInterrupted() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        stub.on(VaultStub.SECRET, exchange -> {
            asked.countDown();
            stub.silence().send(exchange);
        });
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread reader = new Thread(() -> {
            failure(() -> session.read(at("kv/a"), within(Duration.ofMinutes(1))));
            interrupted.complete(Thread.currentThread().isInterrupted());
        });
        reader.start();
        asked.await();
        reader.interrupt();
        assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
    }
}
