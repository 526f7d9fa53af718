package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.spi.VaultFailure;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C9: what may have been created in a vault is not created a second time")
class RetryMintingTest {

    private static final SecretReference TOKEN = SecretReference.of("team", "token");

    private final FakeVault vault = new FakeVault().put("token", "value");
    private Fixture fixture = fixture(true);

    private Fixture fixture(boolean mints) {
        vault.mints = mints;
        return new Fixture(vault, builder -> builder.retries(RetryPolicy.standard()));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void read_ofAMintingVaultThatMayHaveCreatedSomething_isNotRepeated() {
        failOnce(VaultFailure.of(VaultFailure.Kind.UNAVAILABLE, "Gone in the middle."));

        CompletableFuture<SecretValue> read = fixture.secrets.resolveAsync(TOKEN);
        fixture.time.advance(Duration.ofSeconds(5));

        assertThat(read).isCompletedExceptionally();
        assertThat(vault.reads).hasSize(1);
    }

    @Test
    void read_ofAMintingVaultThatCreatedNothing_isRepeated() {
        failOnce(VaultFailure.of(VaultFailure.Kind.UNAVAILABLE, "Sealed.").nothingCreated());

        CompletableFuture<SecretValue> read = fixture.secrets.resolveAsync(TOKEN);
        fixture.time.advance(Duration.ofSeconds(5));

        assertThat(read.join().revealText()).isEqualTo("value");
        assertThat(vault.reads).hasSize(2);
    }

    @Test
    void strangeException_ofAMintingVault_isNotRepeated() {
        vault.beforeReply = () -> {
            throw new IllegalStateException("strange");
        };

        CompletableFuture<SecretValue> read = fixture.secrets.resolveAsync(TOKEN);
        fixture.time.advance(Duration.ofSeconds(5));

        assertThat(read).isCompletedExceptionally();
        assertThat(vault.reads).hasSize(1);
    }

    @Test
    void read_ofAnyOtherVault_isRepeated() {
        fixture.close();
        fixture = fixture(false);
        failOnce(VaultFailure.of(VaultFailure.Kind.UNAVAILABLE, "Gone in the middle."));

        CompletableFuture<SecretValue> read = fixture.secrets.resolveAsync(TOKEN);
        fixture.time.advance(Duration.ofSeconds(5));

        assertThat(read.join().revealText()).isEqualTo("value");
        assertThat(vault.reads).hasSize(2);
    }

    @Test
    void session_thatHasEnded_createdNothing() {
        failOnce(VaultFailure.of(VaultFailure.Kind.SESSION_ENDED, "Expired."));

        assertThat(fixture.secrets.resolveAsync(TOKEN).join().revealText()).isEqualTo("value");
        assertThat(vault.reads).hasSize(2);
    }

    private void failOnce(VaultFailure failure) {
        vault.beforeReply = () -> {
            vault.beforeReply = () -> {};
            throw failure;
        };
    }
}
