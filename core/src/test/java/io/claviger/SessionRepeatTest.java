package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("S3: a session that the vault ended is replaced once and the read repeated; a denial causes no login")
class SessionRepeatTest {

    private final Fixture fixture = new Fixture().linked("token", "token", "value");
    private final FakeVault vault = fixture.vault;

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void session_endedByTheVault_isReplacedOnceAndTheReadRepeated() {
        fixture.resolve("token");
        fixture.manager.cache().reset();
        failOnce(VaultFailure.Kind.SESSION_ENDED);

        assertThat(fixture.resolve("token")).isEqualTo("value");
        assertThat(vault.logins).hasValue(2);
        assertThat(vault.reads).hasSize(3);
    }

    @Test
    void session_neverAccepted_costsTwoLoginsAndThenNone() {
        failAlways(VaultFailure.Kind.SESSION_ENDED);

        for (int i = 0; i < 20; i++) {
            assertThat(fixture.secrets.attempt("token").reason()).contains(Reason.REAUTHENTICATION_REQUIRED);
        }
        assertThat(vault.logins).hasValue(2);
        assertThat(vault.reads).hasSize(2);
    }

    @Test
    void sessionsNeverAccepted_afterEachRest_costOneLoginAndRestTwiceAsLong() {
        failAlways(VaultFailure.Kind.SESSION_ENDED);
        fixture.secrets.attempt("token");
        assertThat(vault.logins).hasValue(2);

        fixture.time.advance(Duration.ofSeconds(30));
        fixture.secrets.attempt("token");
        assertThat(vault.logins).hasValue(3);
        fixture.time.advance(Duration.ofSeconds(59));
        fixture.secrets.attempt("token");
        assertThat(vault.logins).hasValue(3);

        fixture.time.advance(Duration.ofSeconds(1));
        vault.beforeReply = () -> {};
        assertThat(fixture.resolve("token")).isEqualTo("value");
        assertThat(vault.logins).hasValue(4);
    }

    @Test
    void session_neverAcceptedForHours_costsOneLoginForEachRest() {
        failAlways(VaultFailure.Kind.SESSION_ENDED);
        fixture.secrets.attempt("token");
        int logins = 2;
        for (int seconds : new int[] {30, 60, 120, 240, 480, 900, 900}) {
            assertThat(fixture.secrets.attempt("token").retryAfter()).contains(Duration.ofSeconds(seconds));
            fixture.time.advance(Duration.ofSeconds(seconds));
            fixture.secrets.attempt("token");
            assertThat(vault.logins).hasValue(++logins);
        }
        fixture.time.advance(Duration.ofMinutes(15));
        vault.beforeReply = () -> {};

        assertThat(fixture.resolve("token")).isEqualTo("value");
    }

    @Test
    void denial_always_costsNoLogin() {
        fixture.resolve("token");
        fixture.manager.cache().reset();
        failAlways(VaultFailure.Kind.DENIED);

        assertThat(fixture.secrets.attempt("token").reason()).contains(Reason.DENIED);
        assertThat(vault.logins).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource(value = VaultFailure.Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "SESSION_ENDED")
    void failure_ofAnyOtherKind_keepsTheSession(VaultFailure.Kind kind) {
        failOnce(kind);
        assertThat(fixture.secrets.attempt("token").reason()).contains(kind.reason());
        assertThat(vault.reads).hasSize(1);
        fixture.manager.cache().reset();

        assertThat(fixture.resolve("token")).isEqualTo("value");
        assertThat(vault.logins).hasValue(1);
    }

    @Test
    void session_endedByTheVaultWithCredentialsGivenOnce_isToldAndNotRepeated() {
        fixture.manager.disconnect("team");
        fixture.manager.connect("team", "fake", Settings.empty(), Fixture.once("ana"));
        failAlways(VaultFailure.Kind.SESSION_ENDED);

        assertThat(fixture.secrets.attempt("token").reason()).contains(Reason.REAUTHENTICATION_REQUIRED);
        assertThat(vault.logins).hasValue(1);
        assertThat(vault.reads).hasSize(1);
    }

    @Test
    void readsThatSeeTheSameDeadSession_howeverMany_causeOneLogin() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        FakeVault many = new FakeVault();
        try (Fixture shared = new Fixture(
                        many, builder -> builder.readsAtOnce(20).executor(threads))
                .linked("token", "token", "value")) {
            shared.resolve("token");
            CountDownLatch release = new CountDownLatch(1);
            many.beforeReply = () -> {
                Latches.await(release);
                throw VaultFailure.of(VaultFailure.Kind.SESSION_ENDED, "Expired.");
            };
            many.beforeLogin = () -> many.beforeReply = () -> {};
            List<CompletableFuture<SecretValue>> callers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                many.put("path" + i, "value" + i);
                callers.add(shared.secrets.resolveAsync(SecretReference.of("team", "path" + i)));
            }
            Latches.awaitUntil(() -> many.reads.size() == 21);
            release.countDown();

            for (int i = 0; i < 20; i++) {
                assertThat(callers.get(i).get(30, TimeUnit.SECONDS).revealText())
                        .isEqualTo("value" + i);
            }
            assertThat(many.logins).hasValue(2);
            assertThat(many.reads).hasSize(41);
        } finally {
            threads.shutdownNow();
        }
    }

    private void failOnce(VaultFailure.Kind kind) {
        vault.beforeReply = () -> {
            vault.beforeReply = () -> {};
            throw VaultFailure.of(kind, "In our words.");
        };
    }

    private void failAlways(VaultFailure.Kind kind) {
        vault.beforeReply = () -> {
            throw VaultFailure.of(kind, "In our words.");
        };
    }
}
