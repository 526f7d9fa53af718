package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.spi.VaultFailure;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S4: a wrong credential costs one login, then nothing is tried until it may be again")
class LoginRestTest {

    private final Fixture fixture = new Fixture().linked("token", "token", "value");
    private final FakeVault vault = fixture.vault;

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void refusedCredentials_ofARenewingSource_restThirtySecondsThenTwice() {
        refuseLogins();
        attemptTwenty();
        assertThat(vault.logins).hasValue(1);

        fixture.time.advance(Duration.ofSeconds(29));
        attemptTwenty();
        assertThat(vault.logins).hasValue(1);

        fixture.time.advance(Duration.ofSeconds(1));
        attemptTwenty();
        assertThat(vault.logins).hasValue(2);

        fixture.time.advance(Duration.ofSeconds(59));
        attemptTwenty();
        assertThat(vault.logins).hasValue(2);

        fixture.time.advance(Duration.ofSeconds(1));
        vault.beforeLogin = () -> {};
        assertThat(fixture.resolve("token")).isEqualTo("value");
    }

    @Test
    void rest_afterEachRefusal_doublesUpToFifteenMinutes() {
        refuseLogins();
        fixture.secrets.attempt("token");
        int logins = 1;

        for (int seconds : new int[] {30, 60, 120, 240, 480, 900, 900, 900}) {
            Resolution waiting = fixture.secrets.attempt("token");
            assertThat(waiting.retryAfter()).contains(Duration.ofSeconds(seconds));
            assertThat(waiting.detail()).contains("refused the credentials lately");
            fixture.time.advance(Duration.ofSeconds(seconds).minusNanos(1));
            assertThat(fixture.secrets.attempt("token").retryAfter()).contains(Duration.ofNanos(1));
            assertThat(vault.logins).hasValue(logins);
            fixture.time.advance(Duration.ofNanos(1));
            fixture.secrets.attempt("token");
            assertThat(vault.logins).hasValue(++logins);
        }
    }

    @Test
    void refusedCredentials_forHours_areTriedEveryFifteenMinutesAtLeast() {
        refuseLogins();
        for (int minute = 0; minute < 300; minute++) {
            fixture.secrets.attempt("token");
            fixture.time.advance(Duration.ofMinutes(1));
        }
        assertThat(vault.logins.get()).isBetween(20, 26);
    }

    @Test
    void rest_thatWasSleptThrough_isOver() {
        refuseLogins();
        fixture.secrets.attempt("token");
        fixture.time.suspend(Duration.ofSeconds(30));
        vault.beforeLogin = () -> {};

        assertThat(fixture.resolve("token")).isEqualTo("value");
    }

    @Test
    void login_thatSucceeds_makesTheNextRefusalRestThirtySecondsAgain() {
        refuseLogins();
        fixture.secrets.attempt("token");
        fixture.time.advance(Duration.ofSeconds(30));
        fixture.secrets.attempt("token");
        fixture.time.advance(Duration.ofSeconds(60));
        vault.beforeLogin = () -> {};
        fixture.resolve("token");
        fixture.manager.cache().reset();
        refuseLogins();
        vault.beforeReply = () -> {
            vault.beforeReply = () -> {};
            throw VaultFailure.of(VaultFailure.Kind.SESSION_ENDED, "Expired.");
        };
        fixture.secrets.attempt("token");

        assertThat(fixture.secrets.attempt("token").retryAfter()).contains(Duration.ofSeconds(30));
    }

    @Test
    void vaultThatDoesNotAnswer_isNotARefusal() {
        vault.beforeLogin = () -> {
            throw VaultFailure.of(VaultFailure.Kind.UNAVAILABLE, "Down.");
        };
        for (int i = 0; i < 5; i++) {
            assertThat(fixture.secrets.attempt("token").reason()).contains(Reason.UNREACHABLE);
        }
        assertThat(vault.logins).hasValue(5);
    }

    @Test
    void reauthenticate_duringTheRest_endsIt() {
        refuseLogins();
        fixture.secrets.attempt("token");
        vault.beforeLogin = () -> {};

        fixture.manager.reauthenticate("team", Fixture.renewing("robot"));

        assertThat(fixture.resolve("token")).isEqualTo("value");
        assertThat(vault.logins).hasValue(2);
    }

    @Test
    void reauthenticate_thatIsRefused_leavesTheRestAsItIs() {
        refuseLogins();
        fixture.secrets.attempt("token");
        fixture.time.advance(Duration.ofSeconds(10));

        assertThatThrownBy(() -> fixture.manager.reauthenticate("team", Fixture.once("robot")))
                .isInstanceOf(UnresolvedException.class);

        assertThat(fixture.secrets.attempt("token").retryAfter()).contains(Duration.ofSeconds(20));
        assertThat(vault.logins).hasValue(2);
    }

    @Test
    void callersAfterTheRest_howeverMany_causeOneProbingLogin() {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        FakeVault shared = new FakeVault();
        try (Fixture many =
                new Fixture(shared, builder -> builder.executor(threads)).linked("token", "token", "value")) {
            shared.beforeLogin = LoginRestTest::refuse;
            many.secrets.attempt("token");
            many.time.advance(Duration.ofSeconds(30));
            CountDownLatch release = new CountDownLatch(1);
            shared.beforeLogin = () -> {
                Latches.await(release);
                refuse();
            };
            List<CompletableFuture<SecretValue>> callers = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                callers.add(many.secrets.resolveAsync(SecretReference.of("team", "path" + i)));
            }
            Latches.awaitUntil(() -> shared.logins.get() == 2);
            release.countDown();

            Latches.awaitUntil(() -> callers.stream().allMatch(CompletableFuture::isDone));
            assertThat(callers).allMatch(CompletableFuture::isCompletedExceptionally);
            assertThat(many.secrets.attempt("token").retryAfter()).contains(Duration.ofSeconds(60));
            assertThat(shared.logins).hasValue(2);
        } finally {
            threads.shutdownNow();
        }
    }

    private void refuseLogins() {
        vault.beforeLogin = LoginRestTest::refuse;
    }

    private static void refuse() {
        throw VaultFailure.of(VaultFailure.Kind.CREDENTIALS_REFUSED, "Wrong.");
    }

    private void attemptTwenty() {
        for (int i = 0; i < 20; i++) {
            assertThat(fixture.secrets.attempt("token").reason()).contains(Reason.REAUTHENTICATION_REQUIRED);
        }
    }
}
