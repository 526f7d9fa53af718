package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C6: a probe that says unchanged postpones a refresh and never extends the expiration")
class CacheProbeTest {

    private final Fixture fixture = new Fixture().linked("db_password", "db", "first");
    private final FakeVault vault = fixture.vault;

    CacheProbeTest() {
        fixture.resolve("db_password");
        vault.put("db", "second");
        vault.unchanged = true;
        fixture.time.advance(Duration.ofMinutes(51));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void unchanged_atAHit_postponesTheRead() {
        for (int i = 0; i < 10; i++) {
            assertThat(fixture.resolve("db_password")).isEqualTo("first");
        }

        assertThat(vault.probes).hasValue(1);
        assertThat(vault.reads).hasSize(1);
    }

    @Test
    void unchanged_atAHit_leavesTheExpirationAsItWas() {
        fixture.resolve("db_password");

        fixture.time.advance(Duration.ofMinutes(9));

        assertThat(fixture.manager.cache().contents()).isEmpty();
        assertThat(fixture.resolve("db_password")).isEqualTo("second");
    }

    @Test
    void unchanged_atAHit_isAskedAgainHalfwayToTheExpiration() {
        fixture.resolve("db_password");
        fixture.time.advance(Duration.ofSeconds(4 * 60 + 29));
        fixture.resolve("db_password");
        assertThat(vault.probes).hasValue(1);

        fixture.time.advance(Duration.ofSeconds(1));
        fixture.resolve("db_password");
        assertThat(vault.probes).hasValue(2);
        assertThat(vault.reads).hasSize(1);
    }

    @Test
    void secret_nearItsExpiration_isReadWithoutAProbe() {
        fixture.time.advance(Duration.ofMinutes(7));

        fixture.resolve("db_password");

        assertThat(vault.probes).hasValue(0);
        assertThat(vault.reads).hasSize(2);
        assertThat(fixture.resolve("db_password")).isEqualTo("second");
    }

    @Test
    void changed_atAHit_readsAtOnce() {
        vault.unchanged = false;

        fixture.resolve("db_password");

        assertThat(vault.probes).hasValue(1);
        assertThat(vault.reads).hasSize(2);
    }

    @Test
    void probe_whoseSecretIsResetMeanwhile_causesNoRead() {
        vault.unchanged = false;
        vault.beforeProbe = () -> fixture.manager.cache().reset();

        assertThat(fixture.resolve("db_password")).isEqualTo("first");

        assertThat(vault.probes).hasValue(1);
        assertThat(vault.reads).hasSize(1);
    }

    @Test
    void watchedSecret_thatStaysUnchanged_isReadBeforeItExpiresAllTheSame() {
        fixture.manager.cache().reset();
        SecretWatch watch = fixture.secrets.watch(List.of("db_password"), change -> {});
        assertThat(vault.reads).hasSize(2);

        fixture.time.advance(Duration.ofMinutes(60).minusMillis(1));

        assertThat(vault.probes.get()).isPositive();
        assertThat(vault.reads).hasSize(3);
        assertThat(watch.current().get("db_password").resolved()).isTrue();
        assertThat(vault.reads).hasSize(3);
    }
}
