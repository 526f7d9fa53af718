package io.claviger;

import static io.claviger.support.People.ANA;
import static io.claviger.support.People.BOB;
import static io.claviger.support.People.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.spi.VaultFailure;
import io.claviger.support.FakeVault;
import io.claviger.support.People;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S5, C15: a value read in a personal session never outlives it")
class PersonalLifetimeTest {

    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final People people = new People();
    private final FakeVault vault = people.vault;

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void value_whenThePersonalSessionExpires_goesWithIt() {
        vault.sessionLifetime = Optional.of(QUARTER);
        people.signIn(ANA);
        assertThat(people.resolve(ANA)).isEqualTo("read 1");
        people.time.advance(QUARTER.minusMillis(1));
        assertThat(people.resolve(ANA)).isEqualTo("read 1");

        people.time.advance(Duration.ofMillis(1));

        assertThat(people.manager.cache().contents()).isEmpty();
        assertThat(people.resolve(ANA)).isEqualTo("read 2");
        assertThat(vault.logins).hasValue(2);
    }

    @Test
    void value_whenTheSessionOfAnotherExpires_stays() {
        people.signIn(BOB);
        assertThat(people.resolve(BOB)).isEqualTo("read 1");
        vault.sessionLifetime = Optional.of(QUARTER);
        people.signIn(ANA);
        people.resolve(ANA);

        people.time.advance(QUARTER);

        assertThat(people.resolve(BOB)).isEqualTo("read 1");
    }

    @Test
    void value_whenTheSessionWasForOneLogin_isGoneUntilTheNextSignIn() {
        vault.sessionLifetime = Optional.of(QUARTER);
        people.signInOnce(ANA);
        people.resolve(ANA);
        people.time.advance(QUARTER);

        assertThat(people.manager.as(ANA).resolver().attempt(NAME).reason()).contains(Reason.REAUTHENTICATION_REQUIRED);
        assertThat(people.state(ANA)).isEqualTo(IntegrationState.REAUTHENTICATION_REQUIRED);

        people.signInOnce(ANA);
        assertThat(people.resolve(ANA)).isEqualTo("read 2");
    }

    @Test
    void value_whenTheVaultEndsThePersonalSession_goesWithIt() {
        people.signInOnce(ANA);
        people.resolve(ANA);
        vault.put("other", "other value");
        vault.beforeReply = () -> {
            vault.beforeReply = () -> {};
            throw VaultFailure.of(VaultFailure.Kind.SESSION_ENDED, "Expired.");
        };

        people.manager.as(ANA).resolver().attempt(SecretReference.of(People.ALIAS, "other"));

        assertThat(people.manager.as(ANA).resolver().attempt(NAME).reason()).contains(Reason.REAUTHENTICATION_REQUIRED);
    }

    @Test
    void value_whenThePersonalSessionIsRenewed_isKept() {
        vault.sessionLifetime = Optional.of(QUARTER);
        vault.renewable = true;
        vault.renewal = Optional.of(QUARTER);
        people.signInOnce(ANA);
        people.resolve(ANA);

        people.time.advance(Duration.ofMinutes(47));

        assertThat(people.resolve(ANA)).isEqualTo("read 1");
        assertThat(vault.renewals.get()).isGreaterThan(2);
        assertThat(vault.logins).hasValue(1);
    }

    @Test
    void value_whenARenewalSaysThatThePersonalSessionIsOver_goesAtOnce() {
        vault.sessionLifetime = Optional.of(QUARTER);
        vault.renewable = true;
        people.signInOnce(ANA);
        people.resolve(ANA);
        vault.beforeRenewal = () -> {
            throw VaultFailure.of(VaultFailure.Kind.SESSION_ENDED, "Revoked.");
        };

        people.time.advance(Duration.ofMinutes(11));

        assertThat(vault.renewals).hasValue(1);
        assertThat(people.manager.cache().contents()).isEmpty();
    }

    @Test
    void value_whenTheMachineSleptPastTheEndOfThePersonalSession_isGoneWithinASecond() {
        vault.sessionLifetime = Optional.of(QUARTER);
        people.signInOnce(ANA);
        people.resolve(ANA);

        people.time.suspend(QUARTER);
        people.time.advance(Duration.ofSeconds(1));

        assertThat(people.manager.cache().contents()).isEmpty();
        assertThat(people.manager.as(ANA).resolver().attempt(NAME).resolved()).isFalse();
    }

    @Test
    void value_whenALoginTakesThePlaceOfASessionThatEndedAsleep_isGoneToo() {
        vault.sessionLifetime = Optional.of(QUARTER);
        people.signIn(ANA);
        assertThat(people.resolve(ANA)).isEqualTo("read 1");
        vault.put("other", "other value");
        people.time.suspend(QUARTER);

        // noticed by a read before the timer wakes
        people.manager.as(ANA).resolver().resolve(SecretReference.of(People.ALIAS, "other"));

        assertThat(vault.logins).hasValue(2);
        assertThat(people.resolve(ANA)).isEqualTo("read 2");
        people.time.advance(QUARTER.minusSeconds(1));
        assertThat(people.resolve(ANA)).isEqualTo("read 2");
    }

    @Test
    void watch_ofAPersonalValue_looksAgainWhenTheSessionEnds() {
        List<SecretChange> changes = new CopyOnWriteArrayList<>();
        vault.sessionLifetime = Optional.of(QUARTER);
        people.signIn(ANA);
        try (SecretWatch watch = people.manager.as(ANA).resolver().watch(List.of(NAME), changes::add)) {
            people.time.advance(QUARTER);

            assertThat(changes).hasSize(1);
            assertThat(changes.get(0).value(NAME).revealText()).isEqualTo("read 2");
            assertThat(watch.current().get(NAME).orElseThrow().revealText()).isEqualTo("read 2");
        }
    }

    @Test
    void longestSession_ofAPersonalSession_endsItsValuesToo() {
        try (People limited = new People(new FakeVault(), builder -> builder.longestSession(QUARTER))) {
            limited.signInOnce(ANA);
            limited.resolve(ANA);
            limited.time.advance(QUARTER);

            assertThat(limited.manager.as(ANA).resolver().attempt(NAME).reason())
                    .contains(Reason.REAUTHENTICATION_REQUIRED);
        }
    }
}
