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

@DisplayName("S4: the login of a read is repeated with it if the vault did not answer, and never if it refused")
class RetryLoginTest {

    private static final SecretReference TOKEN = SecretReference.of("team", "token");

    private final FakeVault vault = new FakeVault();
    private final Fixture fixture = new Fixture(vault, builder -> builder.retries(RetryPolicy.standard()));

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void login_thatIsNotAnswered_isRepeatedWithTheRead() {
        int[] failures = {2};
        vault.beforeLogin = () -> {
            if (failures[0]-- > 0) {
                throw VaultFailure.of(VaultFailure.Kind.UNAVAILABLE, "Down.");
            }
        };
        vault.put("token", "value");

        CompletableFuture<SecretValue> read = fixture.secrets.resolveAsync(TOKEN);
        fixture.time.advance(Duration.ofSeconds(1));

        assertThat(read.join().revealText()).isEqualTo("value");
        assertThat(vault.logins).hasValue(3);
    }

    @Test
    void login_thatIsRefused_isNotRepeated() {
        vault.beforeLogin = () -> {
            throw VaultFailure.of(VaultFailure.Kind.CREDENTIALS_REFUSED, "Wrong.");
        };

        assertThat(fixture.secrets.resolveAsync(TOKEN)).isCompletedExceptionally();
        fixture.time.advance(Duration.ofSeconds(1));
        assertThat(vault.logins).hasValue(1);
    }
}
