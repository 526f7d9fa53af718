package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Latches;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S3: one login at a time, which nobody who waits for it holds a thread for")
class SessionLoginTest {

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final FakeVault vault = new FakeVault();
    private final Fixture fixture = new Fixture(vault, builder -> builder.executor(threads));
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void close() {
        release.countDown();
        fixture.close();
        threads.shutdownNow();
    }

    @Test
    void callers_howeverMany_causeOneLogin() throws Exception {
        vault.beforeLogin = () -> Latches.await(release);
        List<CompletableFuture<SecretValue>> callers = callers(100);
        Latches.awaitUntil(() -> vault.logins.get() == 1);

        release.countDown();

        for (CompletableFuture<SecretValue> caller : callers) {
            assertThat(caller.get(30, TimeUnit.SECONDS).revealText()).isEqualTo("value");
        }
        assertThat(vault.logins).hasValue(1);
        assertThat(vault.reads).hasSize(100);
    }

    @Test
    void callersThatWaitForALogin_holdNoThread() {
        fixture.manager.connect("other", "fake", Settings.empty(), Fixture.renewing("robot"));
        vault.put("elsewhere", "other value");
        SecretReference elsewhere = SecretReference.of("other", "elsewhere");
        fixture.secrets.resolve(elsewhere);
        fixture.manager.cache().reset();
        vault.beforeLogin = () -> Latches.await(release);
        List<CompletableFuture<SecretValue>> callers = callers(50);
        Latches.awaitUntil(() -> vault.logins.get() == 2);

        assertThat(fixture.secrets.resolve(elsewhere).revealText()).isEqualTo("other value");

        assertThat(callers).noneMatch(CompletableFuture::isDone);
        assertThat(vault.logins).hasValue(2);
    }

    @Test
    void login_thatHangs_endsAtItsDeadlineAndItsLateSessionIsRevoked() {
        holdLoginIgnoringInterrupts();
        CompletableFuture<SecretValue> caller = callers(1).get(0);
        Latches.awaitUntil(() -> vault.logins.get() == 1);

        fixture.time.advance(Duration.ofSeconds(9));
        assertThat(caller).isNotDone();
        fixture.time.advance(Duration.ofSeconds(1));

        assertUnreachable(caller);
        assertThat(vault.revocations).hasValue(0);
        release.countDown();
        Latches.awaitUntil(() -> vault.revocations.get() == 1);
        assertThat(vault.reads).isEmpty();
    }

    @Test
    void login_thatHangsUntilItIsInterrupted_isInterruptedAtItsDeadline() {
        CountDownLatch interrupted = new CountDownLatch(1);
        vault.beforeLogin = () -> {
            try {
                release.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        };
        CompletableFuture<SecretValue> caller = callers(1).get(0);
        Latches.awaitUntil(() -> vault.logins.get() == 1);

        fixture.time.advance(Duration.ofSeconds(10));

        assertUnreachable(caller);
        Latches.await(interrupted);
    }

    @Test
    void login_thatIgnoresItsInterrupt_leavesTheNextLoginPossible() {
        fixture.linked("token", "token", "value");
        holdLoginIgnoringInterrupts();
        CompletableFuture<SecretValue> caller = fixture.secrets.resolveAsync("token");
        Latches.awaitUntil(() -> vault.logins.get() == 1);
        fixture.time.advance(Duration.ofSeconds(10));
        assertUnreachable(caller);
        vault.beforeLogin = () -> {};

        assertThat(fixture.resolve("token")).isEqualTo("value");
        assertThat(vault.logins).hasValue(2);

        // the session that comes too late is revoked, and the one in use is not
        release.countDown();
        Latches.awaitUntil(() -> vault.revocations.get() == 1);
        fixture.manager.cache().reset();
        assertThat(fixture.resolve("token")).isEqualTo("value");
        assertThat(vault.logins).hasValue(2);
    }

    @Test
    void caller_withAShorterTimeout_leavesTheLoginToTheOthers() throws Exception {
        vault.beforeLogin = () -> Latches.await(release);
        vault.put("token", "value");
        SecretReference token = SecretReference.of("team", "token");
        Future<SecretValue> hasty =
                fixture.secrets.within(Duration.ofSeconds(1)).resolveAsync(token);
        CompletableFuture<SecretValue> patient = fixture.secrets.resolveAsync(token);
        Latches.awaitUntil(() -> vault.logins.get() == 1);

        fixture.time.advance(Duration.ofSeconds(1));
        assertThat(hasty).isDone();
        assertThat(patient).isNotDone();
        release.countDown();

        assertThat(patient.get(30, TimeUnit.SECONDS).revealText()).isEqualTo("value");
        assertThat(vault.logins).hasValue(1);
    }

    private List<CompletableFuture<SecretValue>> callers(int number) {
        List<CompletableFuture<SecretValue>> callers = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            vault.put("path" + i, "value");
            callers.add(fixture.secrets.resolveAsync(SecretReference.of("team", "path" + i)));
        }
        return callers;
    }

    // as a driver does that waits in a loop of its own
    private void holdLoginIgnoringInterrupts() {
        vault.beforeLogin = () -> {
            boolean interrupted = false;
            while (release.getCount() > 0) {
                interrupted |= Thread.interrupted();
                Thread.onSpinWait();
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private static void assertUnreachable(CompletableFuture<SecretValue> caller) {
        Latches.awaitUntil(caller::isDone);
        assertThatThrownBy(caller::join)
                .hasCauseInstanceOf(UnresolvedException.class)
                .cause()
                .isInstanceOfSatisfying(
                        UnresolvedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE));
    }
}
