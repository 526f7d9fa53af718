package io.claviger.testkit.vault;

import static io.claviger.testkit.assertion.ClavigerAssertions.assertThat;
import static io.claviger.testkit.assertion.ClavigerAssertions.assertThatEvents;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.CachePolicy;
import io.claviger.Reason;
import io.claviger.SecretResolver;
import io.claviger.event.VaultEvent;
import io.claviger.event.VaultEvent.Outcome;
import io.claviger.spi.VaultFailure;
import io.claviger.testkit.vault.VaultCall.Kind;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("A host tests its own code on a stage without any vault")
@ExtendWith(VaultStageExtension.class)
class VaultStageTest {

    private static final String NAME = "db_password";
    private static final String PATH = "app/db";

    @Test
    void resolve_linkedName_readsTheVaultOnce(VaultStage stage) {
        stage.link(NAME, PATH, "first");

        assertThat(stage.resolver().attempt(NAME))
                .isResolvedTo("first")
                .isFresh()
                .hasVersion("1");
        assertThat(stage.resolver().attempt(NAME)).isResolvedTo("first");
        assertThat(stage.vault()).wasRead(PATH, 1).wasAsked(Kind.LOGIN, 1);
        assertThatEvents(stage.events())
                .tellOf(VaultEvent.Type.LOAD, Outcome.DONE)
                .hide("first-and-long");
    }

    @Test
    void resolve_afterRotation_givesTheNewValueOnceTheOldHasExpired(VaultStage stage) {
        stage.link(NAME, PATH, "first");
        assertThat(stage.resolver().attempt(NAME)).isResolvedTo("first");
        stage.vault().put(PATH, "second");

        assertThat(stage.resolver().attempt(NAME)).isResolvedTo("first");
        stage.time().advance(Duration.ofMinutes(61));
        assertThat(stage.resolver().attempt(NAME)).isResolvedTo("second").hasVersion("2");
    }

    @Test
    void resolve_inAnOutage_failsUntilItIsOver(VaultStage stage) {
        stage.link(NAME, PATH, "value");
        stage.vault().goDown(Duration.ofMinutes(1));

        assertThat(stage.resolver().attempt(NAME)).failedBecause(Reason.UNREACHABLE);
        stage.time().advance(Duration.ofMinutes(1));
        assertThat(stage.resolver().attempt(NAME)).isResolvedTo("value");
    }

    @Test
    void resolve_throttled_saysHowLongToWait(VaultStage stage) {
        stage.link(NAME, PATH, "value");
        stage.vault().throttle(Duration.ofSeconds(30));

        assertThat(stage.resolver().attempt(NAME))
                .failedBecause(Reason.THROTTLED)
                .asksToWait(Duration.ofSeconds(30));
        stage.vault().recover();
        stage.vault().throttle();
        assertThat(stage.resolver().attempt(VaultStage.reference("app/other"))).failedBecause(Reason.THROTTLED);
    }

    @Test
    void attempt_deletedDisabledDeniedOrMissing_saysWhich(VaultStage stage) {
        ScriptedVault vault =
                stage.vault().put("a", "1").put("b", "2").put("c", "3").put("d", "4");
        vault.delete("a");
        vault.disable("b");
        vault.deny("c");
        vault.remove("d");

        SecretResolver secrets = stage.resolver();
        assertThat(secrets.attempt(VaultStage.reference("a"))).failedBecause(Reason.DELETED);
        assertThat(secrets.attempt(VaultStage.reference("b"))).failedBecause(Reason.DISABLED_IN_VAULT);
        assertThat(secrets.attempt(VaultStage.reference("c"))).failedBecause(Reason.DENIED);
        assertThat(secrets.attempt(VaultStage.reference("d"))).isEmpty().failedBecause(Reason.NOT_FOUND);
        assertThat(secrets.attempt(VaultStage.reference("e"))).isEmpty();
    }

    @Test
    void resolve_slowVault_takesVirtualTimeAndEndsAtTheDeadline(VaultStage stage) {
        stage.link(NAME, PATH, "value");
        long start = stage.time().nanoTime();
        stage.vault().latency(Duration.ofSeconds(3));
        assertThat(stage.resolver().attempt(NAME)).isResolvedTo("value");
        assertThat(Duration.ofNanos(stage.time().nanoTime() - start)).isEqualTo(Duration.ofSeconds(6));

        stage.vault().latency(Duration.ofMinutes(1));
        stage.manager().cache().reset();
        assertThat(stage.resolver().attempt(NAME)).failedBecause(Reason.UNREACHABLE);
    }

    @Test
    void read_failingOnce_failsOnce(VaultStage stage) {
        stage.vault().put("a", "1");
        assertThat(stage.resolver().attempt(VaultStage.reference("a"))).isResolved();
        stage.manager().cache().reset();
        stage.vault().failNext(VaultFailure.of(VaultFailure.Kind.UNAVAILABLE, "As scripted."));

        assertThat(stage.resolver().attempt(VaultStage.reference("a"))).failedBecause(Reason.UNREACHABLE);
        assertThat(stage.resolver().attempt(VaultStage.reference("a"))).isResolved();
    }

    @Test
    void read_afterSessionsEnded_logsInAgain(VaultStage stage) {
        stage.vault().put("a", "1").put("b", "2");
        assertThat(stage.resolver().attempt(VaultStage.reference("a"))).isResolved();
        stage.vault().endSessions();

        assertThat(stage.resolver().attempt(VaultStage.reference("b"))).isResolved();
        assertThat(stage.vault()).wasAsked(Kind.LOGIN, 2).wasRead("b", 2);
    }

    @Test
    void read_leased_isRevokedAtDisconnect(VaultStage stage) {
        stage.vault().lease("db/creds", Duration.ofMinutes(10), () -> "minted");
        assertThat(stage.resolver().attempt(VaultStage.reference("db/creds"))).isResolvedTo("minted");

        stage.manager().disconnect(VaultStage.ALIAS);

        assertThat(stage.vault()).wasAsked(Kind.REVOKE_LEASE, 1).wasAsked(Kind.REVOKE_SESSION, 1);
    }

    @Test
    void resolve_fieldsOfOneSecret_readsItOnce(VaultStage stage) {
        stage.vault().put("db", Map.of("user", "ana", "password", "hidden"));

        assertThat(stage.resolver().attempt(VaultStage.reference("db").withField("user")))
                .isResolvedTo("ana");
        assertThat(stage.resolver().attempt(VaultStage.reference("db").withField("password")))
                .isResolvedTo("hidden");
        assertThat(stage.vault()).wasRead("db", 1);
    }

    @Test
    void hold_manyCallersOnOneSecret_showsThatOneReadsForAll() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try (VaultStage stage =
                VaultStage.open(builder -> builder.executor(threads).cachePolicy(CachePolicy.standard()))) {
            stage.link(NAME, PATH, "value");
            CompletableFuture<?>[] callers = new CompletableFuture<?>[5];
            try (HeldCalls held = stage.vault().hold()) {
                for (int i = 0; i < callers.length; i++) {
                    callers[i] = stage.resolver().resolveAsync(NAME);
                }
                held.await(1);
                assertThat(callers).noneMatch(CompletableFuture::isDone);
            }
            CompletableFuture.allOf(callers).get();
            assertThat(stage.vault()).wasRead(PATH, 1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void stage_ofAnotherTest_isAnotherOne(VaultStage stage, ScriptedVault vault) {
        assertThat(vault).isSameAs(stage.vault()).wasNotAsked();
    }
}
