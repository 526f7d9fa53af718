package io.claviger;

import static io.claviger.support.People.ANA;
import static io.claviger.support.People.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.People;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S5, S9: whoever may look at an integration sees when the session ends that is theirs to use")
class SessionEndTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final FakeVault vault = new FakeVault();

    @Test
    void sharedSession_isSeenWithItsEndWhileItLives() {
        try (Fixture fixture = new Fixture(vault, builder -> builder).linked("token", "token", "value")) {
            vault.sessionLifetime = Optional.of(HOUR);
            assertThat(end(fixture.manager, "team")).isEmpty();
            Instant login = fixture.time.now();
            fixture.resolve("token");

            fixture.time.advance(Duration.ofMinutes(10));
            assertThat(end(fixture.manager, "team")).contains(login.plus(HOUR));

            fixture.time.advance(HOUR);
            assertThat(end(fixture.manager, "team")).isEmpty();
            fixture.manager.disconnect("team");
            assertThat(end(fixture.manager, "team")).isEmpty();
        }
    }

    @Test
    void renewedSession_isSeenWithItsNewEnd() {
        try (Fixture fixture = new Fixture(vault, builder -> builder).linked("token", "token", "value")) {
            vault.sessionLifetime = Optional.of(HOUR);
            vault.renewable = true;
            vault.renewal = Optional.of(HOUR);
            Instant login = fixture.time.now();
            fixture.resolve("token");

            fixture.time.advance(Duration.ofMinutes(50));

            assertThat(end(fixture.manager, "team"))
                    .hasValueSatisfying(end -> assertThat(end).isAfter(login.plus(HOUR)));
        }
    }

    @Test
    void session_withoutAnEnd_isSeenWithoutOne() {
        try (Fixture fixture = new Fixture(vault, builder -> builder).linked("token", "token", "value")) {
            fixture.resolve("token");

            assertThat(end(fixture.manager, "team")).isEmpty();
        }
    }

    @Test
    void personalSession_isSeenByItsActorOnly() {
        try (People people = new People(vault, builder -> builder)) {
            vault.sessionLifetime = Optional.of(HOUR);
            people.signIn(ANA);

            assertThat(end(people.manager.as(ANA), People.ALIAS))
                    .contains(people.time.now().plus(HOUR));
            assertThat(end(people.manager.as(BOB), People.ALIAS)).isEmpty();
            assertThat(end(people.manager, People.ALIAS)).isEmpty();
        }
    }

    private static Optional<Instant> end(IntegrationManager manager, String alias) {
        return manager.integration(alias).orElseThrow().sessionEnds();
    }
}
