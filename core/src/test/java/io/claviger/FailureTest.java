package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.spi.VaultFailure;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Latches;
import io.claviger.support.ManualTime;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("What fails says what, where and how to fix it, and shows no text of others")
class FailureTest {

    private static final String SECRET = "hvs.canary-token";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final FakeVault vault = new FakeVault();
    private final Fixture fixture =
            new Fixture(vault, builder -> builder.executor(threads)).linked("token", "token", "value");
    private final ManualTime time = fixture.time;

    @AfterEach
    void close() {
        fixture.close();
        threads.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource(VaultFailure.Kind.class)
    void vaultFailure_ofEachKind_isGivenWithItsReason(VaultFailure.Kind kind) {
        vault.beforeReply = () -> {
            throw VaultFailure.of(kind, "In our words.")
                    .retryAfter(Duration.ofSeconds(7))
                    .requestId("req-1");
        };

        Resolution resolution = fixture.secrets.attempt("token");

        assertThat(resolution.reason()).contains(kind.reason());
        assertThat(resolution.detail()).contains("In our words.").contains("req-1");
        assertThat(resolution.retryAfter()).contains(Duration.ofSeconds(7));
        assertThat(resolution.explanation())
                .startsWith("token is ")
                .contains("vault://team/token")
                .contains(kind.reason().remedy())
                .contains(kind.reason().documentation());
    }

    @Test
    void strangeException_ofAProvider_showsItsTypeAndFramesAndNoText() {
        vault.beforeReply = () -> {
            IllegalStateException strange =
                    new IllegalStateException("body: " + SECRET, new RuntimeException("cause: " + SECRET));
            strange.addSuppressed(new RuntimeException("suppressed: " + SECRET));
            throw strange;
        };

        assertThatThrownBy(() -> fixture.secrets.resolve("token")).satisfies(thrown -> {
            StringWriter everything = new StringWriter();
            thrown.printStackTrace(new PrintWriter(everything));
            assertThat(everything.toString())
                    .doesNotContain(SECRET)
                    .contains("java.lang.IllegalStateException")
                    .contains("FailureTest");
        });
    }

    @Test
    void strangeException_ofASource_showsNoText() {
        fixture.manager.disconnect("team");
        fixture.manager.connect("team", "fake", Settings.empty(), CredentialSource.renewing(() -> {
            throw new IllegalArgumentException(SECRET);
        }));

        assertThat(fixture.secrets.attempt("token").explanation())
                .doesNotContain(SECRET)
                .contains("IllegalArgumentException");
    }

    @Test
    void missingClass_ofAProvider_isAConfigurationMatter() {
        vault.beforeReply = () -> {
            throw new NoClassDefFoundError("some/vendor/Client");
        };

        Resolution resolution = fixture.secrets.attempt("token");

        assertThat(resolution.reason()).contains(Reason.MISCONFIGURED);
        assertThat(resolution.detail()).contains("check its dependencies");
    }

    @Test
    void field_thatIsMissing_isTold() {
        vault.put(
                "db",
                SecretSnapshot.ofFields(
                                Map.of("user", SecretValue.ofText(SECRET), "password", SecretValue.ofText(SECRET)))
                        .build());

        assertThat(fixture.secrets
                        .attempt(SecretReference.parse("vault://team/db#nothing"))
                        .reason())
                .contains(Reason.FIELD_NOT_FOUND);
        assertThat(fixture.secrets
                        .attempt(SecretReference.parse("vault://team/db"))
                        .explanation())
                .contains("add #field")
                .doesNotContain(SECRET);
    }

    @Test
    void reference_thatDoesNotFitItsVault_isMisconfigured() {
        assertThat(fixture.secrets
                        .attempt(SecretReference.of("team", "bad", "path"))
                        .reason())
                .contains(Reason.MISCONFIGURED);
    }

    @Test
    void reference_toAnUnknownIntegration_isDisconnected() {
        assertThat(fixture.secrets.attempt(SecretReference.of("nowhere", "x")).explanation())
                .contains("No integration has the alias nowhere");
    }

    @Test
    @DisplayName("every blocking call has a deadline, by the injected clock")
    void resolve_whenTheVaultHangs_endsAtItsDeadlineAndInterruptsTheRead() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        vault.beforeReply = () -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        };
        Future<Resolution> slow = threads.submit(() -> fixture.secrets.attempt("token"));
        Latches.awaitUntil(() -> vault.reads.size() == 1 && time.scheduled() >= 2);

        time.advance(Duration.ofSeconds(9));
        assertThat(slow).isNotDone();
        time.advance(Duration.ofSeconds(1));

        assertThat(slow.get().reason()).contains(Reason.UNREACHABLE);
        assertThat(slow.get().detail()).contains("10000 milliseconds");
        Latches.await(interrupted);
    }

    @Test
    @DisplayName("C3: a waiting caller keeps its own deadline, and its end does not end the read of the others")
    void resolve_withAShorterTimeout_endsAloneAndEarly() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        vault.beforeReply = () -> Latches.await(release);
        Future<Resolution> patient = threads.submit(() -> fixture.secrets.attempt("token"));
        Latches.awaitUntil(() -> vault.reads.size() == 1 && time.scheduled() >= 2);
        Future<Resolution> hasty = threads.submit(
                () -> fixture.secrets.within(Duration.ofSeconds(1)).attempt("token"));
        Latches.awaitUntil(() -> time.scheduled() >= 3);

        time.advance(Duration.ofSeconds(1));
        assertThat(hasty.get().reason()).contains(Reason.UNREACHABLE);
        assertThat(patient).isNotDone();

        release.countDown();
        assertThat(patient.get().orElseThrow().revealText()).isEqualTo("value");
        assertThat(vault.reads).hasSize(1);
    }

    @Test
    @DisplayName("C3: whoever joins the read of a hasty caller is not bound by that caller's deadline")
    void resolve_joiningAHastyCaller_waitsAsLongAsItMay() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        vault.beforeReply = () -> Latches.await(release);
        Future<Resolution> hasty = threads.submit(
                () -> fixture.secrets.within(Duration.ofSeconds(1)).attempt("token"));
        Latches.awaitUntil(() -> vault.reads.size() == 1 && time.scheduled() >= 2);
        Future<Resolution> patient = threads.submit(() -> fixture.secrets.attempt("token"));
        Latches.awaitUntil(() -> time.scheduled() >= 3);

        time.advance(Duration.ofSeconds(2));
        assertThat(hasty.get().reason()).contains(Reason.UNREACHABLE);
        assertThat(patient).isNotDone();

        release.countDown();
        assertThat(patient.get().orElseThrow().revealText()).isEqualTo("value");
        assertThat(vault.reads).hasSize(1);
    }

    @Test
    void resolve_onAnInterruptedThread_failsAndKeepsTheInterrupt() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        vault.beforeReply = () -> Latches.await(release);
        Future<Boolean> result = threads.submit(() -> {
            Thread.currentThread().interrupt();
            boolean unresolved = !fixture.secrets.attempt("token").resolved();
            return unresolved && Thread.interrupted();
        });

        assertThat(result.get()).isTrue();
        release.countDown();
    }

    @Test
    void executor_thatThrows_failsOneReadAndNotTheNext() {
        boolean[] broken = {true};
        try (Fixture odd = new Fixture(
                        new FakeVault(),
                        builder -> builder.executor(task -> {
                            if (broken[0]) {
                                broken[0] = false;
                                throw new IllegalStateException(SECRET);
                            }
                            task.run();
                        }))
                .linked("token", "token", "value")) {
            assertThat(odd.secrets.attempt("token").explanation())
                    .contains("IllegalStateException")
                    .doesNotContain(SECRET);
            assertThat(odd.resolve("token")).isEqualTo("value");
        }
    }

    @Test
    void reauthenticate_thatEndsTooLate_revokesTheSessionThatItBrings() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        fixture.resolve("token");
        vault.beforeLogin = () -> {
            boolean interrupted = false;
            while (release.getCount() > 0) {
                interrupted |= Thread.interrupted();
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        };
        vault.beforeRevoke = () -> {
            if (Thread.currentThread().isInterrupted()) {
                throw VaultFailure.of(VaultFailure.Kind.UNAVAILABLE, "Interrupted.");
            }
        };
        Future<Boolean> late = threads.submit(() -> {
            try {
                fixture.manager.reauthenticate("team", Fixture.once("robot"));
                return false;
            } catch (UnresolvedException e) {
                return e.reason() == Reason.UNREACHABLE;
            }
        });
        Latches.awaitUntil(() -> vault.logins.get() == 2 && time.scheduled() >= 2);
        time.advance(Duration.ofSeconds(10));
        assertThat(late.get()).isTrue();

        release.countDown();

        Latches.awaitUntil(() -> vault.revocations.get() == 1);
        assertThat(fixture.resolve("token")).isEqualTo("value");
    }

    @Test
    void disconnect_whenTheVaultHangs_endsAtItsDeadline() throws Exception {
        fixture.resolve("token");
        CountDownLatch never = new CountDownLatch(1);
        vault.beforeRevoke = () -> Latches.await(never);
        Future<Disconnection> disconnecting = threads.submit(() -> fixture.manager.disconnect("team"));
        Latches.awaitUntil(() -> time.scheduled() >= 2);

        time.advance(Duration.ofSeconds(10));

        assertThat(disconnecting.get().revocation()).isEqualTo(Disconnection.Revocation.FAILED);
        never.countDown();
    }

    @Test
    void health_afterReads_showsReachability() {
        assertThat(integration().reachability()).isEqualTo(Reachability.UNKNOWN);
        fixture.resolve("token");
        assertThat(integration().reachability()).isEqualTo(Reachability.REACHABLE);
        fixture.manager.cache().reset();
        vault.beforeReply = () -> {
            throw VaultFailure.of(VaultFailure.Kind.UNAVAILABLE, "Down.");
        };
        fixture.secrets.attempt("token");
        assertThat(integration().reachability()).isEqualTo(Reachability.UNREACHABLE);
        assertThat(integration().state()).isEqualTo(IntegrationState.CONNECTED);
    }

    private VaultIntegration integration() {
        return fixture.manager.integration("team").orElseThrow();
    }
}
