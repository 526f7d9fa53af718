package io.claviger.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.Actor;
import io.claviger.ConfigurationException;
import io.claviger.IntegrationManager;
import io.claviger.IntegrationScope;
import io.claviger.IntegrationSetup;
import io.claviger.IntegrationState;
import io.claviger.Role;
import io.claviger.ScriptOrigin;
import io.claviger.SecretValue;
import io.claviger.Settings;
import io.claviger.Setup;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Prompt;
import io.claviger.support.Scripts;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S8: a change is saved before it takes effect, and does not take place if it cannot be saved")
class SetupStoreFailureTest {

    private final FakeVault vault = new FakeVault().put("token", "value");
    private final FaultyStore store = new FaultyStore();
    private final IntegrationManager manager = Setups.manager(vault, store);

    @BeforeEach
    void setUp() {
        manager.connect("team", "fake", Setups.ADDRESS, Fixture.renewing("robot"));
        manager.link(Setups.link("token"));
    }

    @AfterEach
    void close() {
        manager.close();
    }

    private void notMade(ThrowingCallable change) {
        assertThatThrownBy(change)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("The change was not made.")
                .hasMessageNotContaining("canary-of-the-store");
    }

    @Test
    void everyChange_whenTheStoreFails_isNotMade() {
        Setup before = manager.exportSetup();
        Setup stored = store.setup();
        store.failing = true;

        notMade(() -> manager.connect("other", "fake", Setups.ADDRESS, Fixture.renewing("robot")));
        notMade(() -> manager.edit("team", Setups.ADDRESS.with("note", "x")));
        notMade(() -> manager.setScope("team", IntegrationScope.of("x")));
        notMade(() -> manager.link(Setups.link("second")));
        notMade(() -> manager.setEnabled("token", false));
        notMade(() -> manager.unlink("token"));

        assertThat(manager.exportSetup()).isEqualTo(before);
        assertThat(store.setup()).isEqualTo(stored);
        assertThat(manager.resolver().resolve("token").revealText()).isEqualTo("value");
        assertThat(vault.closes)
                .as("clients of connections that did not come about")
                .hasValue(2);
    }

    @Test
    void change_afterTheStoreWorksAgain_isMade() {
        store.failing = true;
        notMade(() -> manager.setEnabled("token", false));
        store.failing = false;
        manager.setEnabled("token", false);
        assertThat(store.setup().links()).singleElement().satisfies(link -> assertThat(link.enabled())
                .isFalse());
    }

    @Test
    void change_thatTheStoreFailsAfterSaving_isMade() {
        store.failingLate = true;
        manager.setEnabled("token", false);
        assertThat(manager.links()).singleElement().satisfies(link -> assertThat(link.enabled())
                .isFalse());
        store.failingLate = false;
        manager.setEnabled("token", true);
        assertThat(store.setup().links()).isEqualTo(manager.links());
    }

    @Test
    void change_ofUnknownOutcome_isNotMade_andTheNextOneFindsOut() {
        store.failingLate = true;
        store.unreadable = true;
        notMade(() -> manager.setEnabled("token", false));
        assertThat(manager.resolver().resolve("token").revealText()).isEqualTo("value");

        store.failingLate = false;
        store.unreadable = false;
        manager.setScope("team", IntegrationScope.of("token"));
        assertThat(store.setup().links()).isEqualTo(manager.links());
    }

    @Test
    void disconnect_whenTheStoreFails_takesPlaceAndSaysSo() {
        manager.resolver().resolve("token").revealText();
        store.failing = true;

        assertThatThrownBy(() -> manager.disconnect("team"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("The change took place");

        assertThat(manager.integration("team").orElseThrow().state()).isEqualTo(IntegrationState.DISCONNECTED);
        assertThat(vault.revocations).hasValue(1);
        store.failing = false;
        manager.disconnect("team");
        assertThat(store.setup().integrations())
                .extracting(IntegrationSetup::sessions)
                .containsExactly(IntegrationSetup.Sessions.NONE);
    }

    @Test
    void reauthenticate_whenTheStoreFails_works() {
        store.failing = true;
        manager.reauthenticate("team", Fixture.renewing("robot"));
        assertThat(vault.logins).hasValue(1);
    }

    @Test
    void close_savesNothing() {
        int saves = store.saves.get();
        manager.close();
        assertThat(store.saves).hasValue(saves);
    }

    @Test
    void twoManagers_onOneStore_theSecondToChangeIsRefused() {
        try (IntegrationManager other = Setups.manager(vault, store)) {
            other.setEnabled("token", false);
            assertThatThrownBy(() -> manager.unlink("token"))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("Somebody else has changed the setup store");
            assertThat(manager.links()).hasSize(1);
            assertThat(store.setup().links()).isEqualTo(other.links());
        }
    }

    @Test
    void forget_whenTheStoreFails_disconnectsAllAndLeavesNoScriptWaiting() {
        Actor ana = Actor.of("ana");
        ScriptOrigin origin = ScriptOrigin.collection("c-1", "Orders");
        FaultyStore faulty = new FaultyStore();
        try (IntegrationManager roles = Setups.builder(vault)
                .setupStore(faulty)
                .scripts(new Prompt())
                .roles(actor -> Set.of(Role.MEMBER))
                .build()) {
            roles.as(ana).connect("one", "fake", Settings.empty(), Fixture.renewing("ana"));
            roles.as(ana).connect("two", "fake", Settings.empty(), Fixture.renewing("ana"));
            CompletableFuture<SecretValue> waiting =
                    roles.as(ana).scripts().forScript(origin).get("token");
            faulty.failing = true;
            assertThatThrownBy(() -> roles.forget(ana)).hasMessageContaining("The change took place");
            assertThat(roles.integrations())
                    .allSatisfy(each -> assertThat(each.state()).isEqualTo(IntegrationState.DISCONNECTED));
            Scripts.assertRefused(waiting);
        }
    }
}
