package io.claviger.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.Operation;
import io.claviger.event.VaultEvent.Outcome;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.People;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S9: what happens to a personal session is told with the actor whose it is")
class PersonalEventTest {

    private final List<VaultEvent> events = new CopyOnWriteArrayList<>();
    private final FakeVault vault = new FakeVault();
    private final People people = new People(vault, builder -> builder.listener(events::add));

    PersonalEventTest() {
        events.clear();
    }

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void session_ofAnActor_inEachOfItsEvents_namesThem() {
        vault.renewable = true;
        vault.sessionLifetime = Optional.of(Duration.ofHours(1));
        people.signInOnce(People.ANA);
        people.resolve(People.ANA);
        people.time.advance(Duration.ofHours(1));
        people.manager.as(People.ANA).resolver().attempt(People.NAME);

        assertThat(events)
                .extracting(VaultEvent::type)
                .startsWith(VaultEvent.Type.LOGIN, VaultEvent.Type.MANAGEMENT, VaultEvent.Type.LOAD)
                .contains(VaultEvent.Type.RENEWAL, VaultEvent.Type.STATE_CHANGED);
        assertThat(events).allSatisfy(event -> {
            assertThat(event.actor()).contains(People.ANA);
            assertThat(event.alias()).contains(People.ALIAS);
        });
    }

    @Test
    void session_ofTheHost_namesNobody() {
        people.manager.reauthenticate(People.ALIAS, Fixture.once("host"));

        assertThat(events)
                .extracting(VaultEvent::type)
                .containsExactly(VaultEvent.Type.LOGIN, VaultEvent.Type.MANAGEMENT);
        assertThat(events).allMatch(event -> event.actor().isEmpty());
    }

    @Test
    void signIn_ofAnActor_isAnAuthenticationAndNoReauthentication() {
        people.signIn(People.ANA);

        assertThat(events)
                .filteredOn(event -> event.type() == VaultEvent.Type.MANAGEMENT)
                .extracting(event -> event.operation().orElseThrow())
                .containsExactly(Operation.AUTHENTICATE);
        assertThat(events).allMatch(event -> event.outcome() == Outcome.DONE);
    }
}
