package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.support.Fixture;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C1, C2, C14, C15: a fetched secret is served until its expiration and not after")
class CacheExpirationTest {

    private final Fixture fixture = new Fixture().linked("db_password", "db", "first");

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void expiration_byDefault_isSixtyMinutes() {
        fixture.resolve("db_password");
        fixture.vault.put("db", "second");

        fixture.time.advance(Duration.ofMinutes(60).minusMillis(1));
        assertThat(fixture.resolve("db_password")).isEqualTo("first");

        fixture.time.advance(Duration.ofMillis(1));
        assertThat(fixture.resolve("db_password")).isEqualTo("second");
        assertThat(fixture.vault.reads).hasSize(2);
    }

    @Test
    void expiration_shortened_appliesToWhatIsCachedCountedFromItsFetch() {
        fixture.resolve("db_password");
        fixture.vault.put("db", "second");
        fixture.time.advance(Duration.ofMinutes(10));

        fixture.manager.cache().setExpiration(Duration.ofMinutes(10));

        assertThat(fixture.resolve("db_password")).isEqualTo("second");
    }

    @Test
    void expiration_lengthened_appliesToWhatIsCachedCountedFromItsFetch() {
        fixture.resolve("db_password");
        fixture.vault.put("db", "second");
        fixture.manager.cache().setExpiration(Duration.ofMinutes(90));

        fixture.time.advance(Duration.ofMinutes(89));
        assertThat(fixture.resolve("db_password")).isEqualTo("first");
        fixture.time.advance(Duration.ofMinutes(1));
        assertThat(fixture.resolve("db_password")).isEqualTo("second");
    }

    @Test
    void expiration_notWholeMinutesOrOutOfRange_isRefused() {
        for (Duration refused : new Duration[] {
            Duration.ZERO, Duration.ofSeconds(90), Duration.ofMinutes(10_081), Duration.ofMinutes(-1)
        }) {
            assertThatThrownBy(() -> fixture.manager.cache().setExpiration(refused))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("whole minutes, from 1 to 10,080");
        }
        assertThat(fixture.manager.cache().expiration()).isEqualTo(Duration.ofMinutes(60));
    }

    @Test
    void lifetime_shorterThanExpiration_capsIt() {
        fixture.vault.put(
                "db",
                SecretSnapshot.ofValue(SecretValue.ofText("leased"))
                        .lifetime(Duration.ofSeconds(20))
                        .build());
        fixture.resolve("db_password");
        fixture.vault.put("db", "second");

        fixture.time.advance(Duration.ofSeconds(19));
        assertThat(fixture.resolve("db_password")).isEqualTo("leased");
        fixture.time.advance(Duration.ofSeconds(1));
        assertThat(fixture.resolve("db_password")).isEqualTo("second");
    }

    @Test
    void uncacheable_readTwice_isFetchedTwice() {
        fixture.vault.put(
                "db",
                SecretSnapshot.ofValue(SecretValue.ofText("123456"))
                        .uncacheable()
                        .build());

        fixture.resolve("db_password");
        fixture.resolve("db_password");

        assertThat(fixture.vault.reads).hasSize(2);
    }

    @Test
    void suspend_beyondExpiration_servesOldValueForOneSecondAtMost() {
        fixture.resolve("db_password");
        fixture.vault.put("db", "second");

        fixture.time.suspend(Duration.ofHours(8));
        fixture.time.advance(Duration.ofSeconds(1));

        assertThat(fixture.resolve("db_password")).isEqualTo("second");
    }

    @Test
    void wallClock_setBack_neverLengthensALife() {
        fixture.resolve("db_password");
        fixture.vault.put("db", "second");
        fixture.time.setWall(Duration.ofHours(-5));

        fixture.time.advance(Duration.ofMinutes(60));

        assertThat(fixture.resolve("db_password")).isEqualTo("second");
    }

    @Test
    void wallClock_setToAnotherAge_expiresWhatIsCachedAndNothingAfterIt() {
        fixture.resolve("db_password");
        fixture.time.setWall(Duration.ofDays(365_000 * 2L));
        fixture.time.advance(Duration.ofSeconds(1));
        fixture.vault.put("db", "second");

        assertThat(fixture.resolve("db_password")).isEqualTo("second");
        fixture.time.advance(Duration.ofMinutes(45));
        fixture.resolve("db_password");
        assertThat(fixture.vault.reads).hasSize(2);
    }

    @Test
    void idle_withSecretsCached_wakesOnceASecondAtMost() {
        fixture.resolve("db_password");
        int before = fixture.time.wakeUps();

        fixture.time.advance(Duration.ofMinutes(1));

        assertThat(fixture.time.wakeUps() - before).isBetween(1, 60);
    }

    @Test
    void idle_withNothingCached_doesNotWake() {
        fixture.resolve("db_password");
        fixture.manager.cache().reset();

        assertThat(fixture.time.scheduled()).isZero();
    }

    @Test
    void setExpiration_manyTimes_leavesOneTimer() {
        fixture.resolve("db_password");
        for (int minutes = 1; minutes < 50; minutes++) {
            fixture.manager.cache().setExpiration(Duration.ofMinutes(minutes));
        }

        assertThat(fixture.time.scheduled()).isEqualTo(1);
    }
}
