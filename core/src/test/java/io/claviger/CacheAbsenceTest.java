package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claviger.spi.VaultFailure.Kind;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Scripted;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("C8: absence and denial are remembered for a short while")
class CacheAbsenceTest {

    private final Fixture fixture = new Fixture().linked("db_password", "db", "value");
    private final FakeVault vault = fixture.vault;

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_FOUND", "VERSION_NOT_FOUND", "DENIED", "DELETED", "DISABLED"})
    void definiteAnswer_isRememberedForTenSeconds(Kind kind) {
        vault.beforeReply = Scripted.failure(kind);
        assertThat(fixture.secrets.attempt("db_password").reason()).contains(kind.reason());
        vault.beforeReply = () -> {};

        fixture.time.advance(Duration.ofSeconds(10).minusMillis(1));
        assertThat(fixture.secrets.attempt("db_password").reason()).contains(kind.reason());
        assertThat(vault.reads).hasSize(1);

        fixture.time.advance(Duration.ofMillis(1));
        assertThat(fixture.resolve("db_password")).isEqualTo("value");
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "THROTTLED", "MISCONFIGURED", "CREDENTIALS_REFUSED"})
    void failure_thatSaysNothingOfTheSecret_isNotRemembered(Kind kind) {
        vault.beforeReply = Scripted.failure(kind);
        assertThat(fixture.secrets.attempt("db_password").reason()).contains(kind.reason());
        vault.beforeReply = () -> {};

        assertThat(fixture.resolve("db_password")).isEqualTo("value");
    }

    @Test
    void memory_ofAnotherLength_lastsThatLong() {
        try (Fixture longer = remembering(Duration.ofMinutes(2))) {
            assertThat(longer.secrets.attempt("absent").reason()).contains(Reason.NOT_FOUND);
            longer.vault.put("absent", "value");

            longer.time.advance(Duration.ofMinutes(2).minusMillis(1));
            assertThat(longer.secrets.attempt("absent").reason()).contains(Reason.NOT_FOUND);
            longer.time.advance(Duration.ofMillis(1));
            assertThat(longer.resolve("absent")).isEqualTo("value");
        }
    }

    @Test
    void memory_ofZero_isNone() {
        try (Fixture none = remembering(Duration.ZERO)) {
            none.secrets.attempt("absent");
            none.secrets.attempt("absent");

            assertThat(none.vault.reads).hasSize(2);
        }
    }

    @Test
    void memory_outOfRange_isRefused() {
        for (Duration refused :
                new Duration[] {Duration.ofNanos(-1), Duration.ofMinutes(10).plusNanos(1)}) {
            assertThatThrownBy(() -> CachePolicy.standard().withAbsenceRemembered(refused))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("at most 10 minutes");
        }
    }

    @Test
    void exception_ofARememberedAbsence_isNewEachTime() {
        vault.remove("db");
        UnresolvedException first =
                catchThrowableOfType(UnresolvedException.class, () -> fixture.resolve("db_password"));
        UnresolvedException second =
                catchThrowableOfType(UnresolvedException.class, () -> fixture.resolve("db_password"));

        assertThat(vault.reads).hasSize(1);
        assertThat(second).isNotSameAs(first).hasMessage(first.getMessage());
        assertThat(second.reason()).isEqualTo(Reason.NOT_FOUND);
    }

    static Stream<Named<Consumer<Fixture>>> changes() {
        return Stream.of(
                Named.of("reset", fixture -> fixture.manager.cache().reset()),
                Named.of("reset of the name", fixture -> fixture.manager.cache().resetName("db_password")),
                Named.of(
                        "reset of the integration",
                        fixture -> fixture.manager.cache().resetIntegration("team")),
                Named.of("relink", fixture -> fixture.manager.relink("db_password", SecretReference.of("team", "db"))),
                Named.of("set", fixture -> fixture.manager.set("db_password", SecretValue.ofText("value"))),
                Named.of(
                        "reauthenticate",
                        fixture -> fixture.manager.reauthenticate("team", Fixture.renewing("robot"))));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void change_clearsIt(Consumer<Fixture> change) {
        vault.remove("db");
        assertThat(fixture.secrets.attempt("db_password").reason()).contains(Reason.NOT_FOUND);
        vault.put("db", "value");

        change.accept(fixture);

        assertThat(fixture.resolve("db_password")).isEqualTo("value");
    }

    @Test
    void memory_isBounded() {
        for (int i = 0; i < 1_500; i++) {
            fixture.secrets.attempt(SecretReference.of("team", "absent" + i));
        }
        assertThat(vault.reads).hasSize(1_500);

        for (int i = 0; i < 1_500; i++) {
            assertThat(fixture.secrets
                            .attempt(SecretReference.of("team", "absent" + i))
                            .reason())
                    .contains(Reason.NOT_FOUND);
        }
        assertThat(vault.reads).hasSize(2_000);
    }

    @Test
    void memory_thatWasFull_hasRoomAgainWhenItsTimeIsOver() {
        for (int i = 0; i < 1_500; i++) {
            fixture.secrets.attempt(SecretReference.of("team", "absent" + i));
        }
        fixture.time.advance(Duration.ofSeconds(10));
        int before = vault.reads.size();

        fixture.secrets.attempt(SecretReference.of("team", "absent1499"));
        fixture.secrets.attempt(SecretReference.of("team", "absent1499"));

        assertThat(vault.reads).hasSize(before + 1);
    }

    @Test
    void memory_ofAnAbsence_countsAsAHitAndNotAsASecret() {
        vault.remove("db");
        fixture.secrets.attempt("db_password");
        fixture.secrets.attempt("db_password");

        CacheStatistics statistics = fixture.manager.cache().statistics();
        assertThat(statistics.hits()).isEqualTo(1);
        assertThat(statistics.misses()).isEqualTo(1);
        assertThat(statistics.failedLoads()).isEqualTo(1);
        assertThat(statistics.size()).isZero();
        assertThat(fixture.manager.cache().contents()).isEmpty();
    }

    private static Fixture remembering(Duration memory) {
        Fixture fixture = new Fixture(
                new FakeVault(),
                builder -> builder.cachePolicy(CachePolicy.standard().withAbsenceRemembered(memory)));
        fixture.manager.link("absent", SecretReference.of("team", "absent"));
        return fixture;
    }
}
