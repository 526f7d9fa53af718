package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.spi.VaultFailure.Kind;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.HeldExecutor;
import io.claviger.support.Scripted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("C3, C4, C5, C6: a refresh in flight is joined by those who miss, and void once it is overtaken")
class CacheRefreshInFlightTest {

    private final HeldExecutor executor = new HeldExecutor();
    private final FakeVault vault = new FakeVault();
    private final Fixture fixture =
            new Fixture(vault, builder -> builder.executor(executor)).linked("db_password", "db", "first");

    CacheRefreshInFlightTest() {
        fixture.resolve("db_password");
        vault.put("db", "second");
    }

    @AfterEach
    void close() {
        executor.release();
        fixture.close();
    }

    static Stream<Named<Consumer<Fixture>>> changes() {
        return Stream.of(
                Named.of("reset", fixture -> fixture.manager.cache().reset()),
                Named.of("reset of the name", fixture -> fixture.manager.cache().resetName("db_password")),
                Named.of(
                        "reset of the integration",
                        fixture -> fixture.manager.cache().resetIntegration("team")),
                Named.of("relink", fixture -> fixture.manager.relink("db_password", SecretReference.of("team", "db"))),
                Named.of(
                        "reauthenticate", fixture -> fixture.manager.reauthenticate("team", Fixture.renewing("robot"))),
                Named.of("edit", fixture -> fixture.manager.edit("team", Settings.of("note", "edited"))),
                Named.of("disconnect and connect", fixture -> {
                    fixture.manager.disconnect("team");
                    fixture.manager.connect("team", "fake", Settings.empty(), Fixture.renewing("robot"));
                }));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void refresh_overtakenByAChange_publishesNothing(Consumer<Fixture> change) {
        fixture.time.advance(Duration.ofMinutes(51));
        Scripted.inNextRead(vault, () -> {
            change.accept(fixture);
            vault.put("db", "third");
        });

        fixture.resolve("db_password");
        assertThat(vault.reads).hasSize(2);

        assertThat(fixture.manager.cache().contents()).isEmpty();
        assertThat(fixture.resolve("db_password")).isEqualTo("third");
        assertThat(vault.reads).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void failedRefresh_overtakenByAChange_leavesNoAbsence(Consumer<Fixture> change) {
        fixture.time.advance(Duration.ofMinutes(51));
        Scripted.inNextRead(vault, () -> {
            change.accept(fixture);
            Scripted.failure(Kind.NOT_FOUND).run();
        });

        fixture.resolve("db_password");

        assertThat(fixture.resolve("db_password")).isEqualTo("second");
    }

    @Test
    void refresh_inFlightAtTheExpiration_isJoinedByAllWhoMiss() {
        List<CompletableFuture<SecretValue>> waiting = missDuringARefresh();

        executor.release();

        assertThat(waiting).allSatisfy(value -> assertThat(value)
                .isCompletedWithValueMatching(secret -> secret.revealText().equals("second")));
        assertThat(vault.reads).hasSize(2);
        assertThat(fixture.resolve("db_password")).isEqualTo("second");
        assertThat(vault.reads).hasSize(2);
    }

    @Test
    void refresh_inFlightAtTheExpiration_failsAllWhoMissWhenItFails() {
        List<CompletableFuture<SecretValue>> waiting = missDuringARefresh();
        vault.beforeReply = Scripted.failure(Kind.UNAVAILABLE);

        executor.release();

        assertThat(waiting).allSatisfy(value -> assertThat(value).isCompletedExceptionally());
        assertThat(vault.reads).hasSize(2);
        vault.beforeReply = () -> {};
        assertThat(fixture.resolve("db_password")).isEqualTo("second");
    }

    @Test
    void refresh_joinedAtTheExpirationAndThenReset_hasThoseWhoWaitReadAgain() {
        List<CompletableFuture<SecretValue>> waiting = missDuringARefresh();
        Scripted.inNextRead(vault, () -> {
            fixture.manager.cache().reset();
            vault.put("db", "third");
        });

        executor.release();

        assertThat(waiting).allSatisfy(value -> assertThat(value)
                .isCompletedWithValueMatching(secret -> secret.revealText().equals("third")));
        assertThat(vault.reads).hasSize(3);
    }

    private List<CompletableFuture<SecretValue>> missDuringARefresh() {
        fixture.time.advance(Duration.ofMinutes(60).minusSeconds(5));
        executor.hold();
        assertThat(fixture.resolve("db_password")).isEqualTo("first");
        fixture.time.advance(Duration.ofSeconds(5));
        List<CompletableFuture<SecretValue>> waiting = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            waiting.add(fixture.secrets.resolveAsync("db_password"));
        }
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
        return waiting;
    }
}
