package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.spi.VaultFailure.Kind;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Scripted;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("C6: a vault that does not know a cached secret any more is asked once more before its value is removed")
class CacheRefreshConfirmationTest {

    private static final Duration CONFIRMATION = Duration.ofSeconds(5);

    private final Fixture fixture = new Fixture().linked("db_password", "db", "first");
    private final FakeVault vault = fixture.vault;

    CacheRefreshConfirmationTest() {
        fixture.resolve("db_password");
        vault.put("db", "second");
        fixture.time.advance(Duration.ofMinutes(51));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"DENIED", "NOT_FOUND", "DELETED", "DISABLED", "VERSION_NOT_FOUND"})
    void definiteAnswer_givenTwice_removesTheValueWithinFiveSeconds(Kind kind) {
        vault.beforeReply = Scripted.failure(kind);

        assertThat(fixture.resolve("db_password")).isEqualTo("first");
        assertThat(vault.reads).hasSize(2);
        assertThat(fixture.resolve("db_password")).isEqualTo("first");
        fixture.time.advance(CONFIRMATION);

        assertThat(vault.reads).hasSize(3);
        assertThat(fixture.secrets.attempt("db_password").reason()).contains(kind.reason());
        assertThat(fixture.manager.cache().contents()).isEmpty();
        assertThat(vault.reads).as("the answer is remembered").hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(names = {"DENIED", "NOT_FOUND", "DELETED"})
    void definiteAnswer_givenOnce_changesNothing(Kind kind) {
        Scripted.inNextRead(vault, Scripted.failure(kind));

        assertThat(fixture.resolve("db_password")).isEqualTo("first");
        fixture.time.advance(CONFIRMATION);

        assertThat(vault.reads).hasSize(3);
        assertThat(fixture.resolve("db_password")).isEqualTo("second");
    }

    @Test
    void definiteAnswer_thenAnOutage_keepsTheValue() {
        Scripted.inNextRead(vault, Scripted.failure(Kind.NOT_FOUND));
        fixture.resolve("db_password");
        vault.beforeReply = Scripted.failure(Kind.UNAVAILABLE);

        fixture.time.advance(CONFIRMATION);

        assertThat(vault.reads).hasSize(3);
        assertThat(fixture.resolve("db_password")).isEqualTo("first");
    }

    @Test
    void definiteAnswer_thenAnOutage_thenTheSameAnswer_isConfirmedAnew() {
        Scripted.inNextRead(vault, Scripted.failure(Kind.NOT_FOUND));
        fixture.resolve("db_password");
        Scripted.inNextRead(vault, Scripted.failure(Kind.UNAVAILABLE));
        fixture.time.advance(CONFIRMATION);
        vault.beforeReply = Scripted.failure(Kind.NOT_FOUND);
        fixture.time.advance(Duration.ofSeconds(10));

        assertThat(fixture.resolve("db_password")).isEqualTo("first");
        assertThat(vault.reads).hasSize(4);
        assertThat(fixture.resolve("db_password")).isEqualTo("first");
        fixture.time.advance(CONFIRMATION);

        assertThat(fixture.secrets.attempt("db_password").reason()).contains(Reason.NOT_FOUND);
    }

    @Test
    void handle_afterTheRemoval_hasNoValue() {
        SecretHandle handle = fixture.secrets.bind("db_password");
        vault.beforeReply = Scripted.failure(Kind.DELETED);
        assertThat(handle.get().revealText()).isEqualTo("first");

        fixture.time.advance(CONFIRMATION);

        assertThat(fixture.secrets.attempt("db_password").reason()).contains(Reason.DELETED);
        assertThatThrownBy(handle::get).isInstanceOf(UnresolvedException.class);
    }
}
