package io.claviger.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.Actor;
import io.claviger.ConfigurationException;
import io.claviger.EndpointPolicy;
import io.claviger.IntegrationManager;
import io.claviger.IntegrationManagerBuilder;
import io.claviger.IntegrationState;
import io.claviger.Role;
import io.claviger.SecretReference;
import io.claviger.Settings;
import io.claviger.Setup;
import io.claviger.SetupImport;
import io.claviger.SetupStore;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.NetworkedVault;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName(
        "S8, design §11: who gave the settings outlives a restart, and an import gives nobody the rights of the host")
class SetupEndpointTest {

    private static final Settings PUBLIC = Settings.of("address", "https://8.8.8.8");
    private static final Settings LOCAL = Settings.of("address", "https://127.0.0.1");
    private static final SecretReference SECRET = SecretReference.of("net", "secret");

    private final NetworkedVault network = new NetworkedVault();
    private final SetupStore store = SetupStore.inMemory();

    private IntegrationManager manager(UnaryOperator<IntegrationManagerBuilder> options) {
        return options.apply(Setups.builder(new FakeVault())
                        .provider(network)
                        .roles(actor -> Set.of(Role.ADMIN))
                        .setupStore(store))
                .build();
    }

    private IntegrationManager manager() {
        return manager(builder -> builder);
    }

    private static IntegrationManager ada(IntegrationManager manager) {
        return manager.as(Actor.of("ada"));
    }

    private static void connect(IntegrationManager who, Settings settings) {
        who.connect("net", "networked", settings, Fixture.renewing("robot"));
    }

    private static IntegrationState state(IntegrationManager manager) {
        return manager.integration("net").orElseThrow().state();
    }

    private void rewrite(String from, String to) {
        var stored = store.load().orElseThrow();
        assertThat(stored.text()).contains(from);
        assertThat(store.save(stored.text().replace(from, to), stored.revision()))
                .isPresent();
    }

    @Test
    void restart_ofWhatTheHostConnected_goesWhereTheHostSaid() {
        try (IntegrationManager first = manager()) {
            connect(first, LOCAL);
        }
        try (IntegrationManager second = manager()) {
            assertThat(state(second)).isEqualTo(IntegrationState.REAUTHENTICATION_REQUIRED);
            ada(second).reauthenticate("net", Fixture.renewing("robot"));
            assertThat(second.resolver().resolve(SECRET).revealText()).isEqualTo("value");
        }
    }

    @Test
    void restart_ofWhatAnActorConnected_isGuardedStill() {
        try (IntegrationManager first = manager()) {
            connect(ada(first), PUBLIC);
        }
        rewrite("https://8.8.8.8", "https://127.0.0.1");
        try (IntegrationManager second = manager()) {
            assertThat(state(second)).isEqualTo(IntegrationState.DISCONNECTED);
            assertThatThrownBy(() -> second.reauthenticate("net", Fixture.renewing("robot")))
                    .isInstanceOf(ConfigurationException.class);
        }
        assertThat(network.sent).isEmpty();
    }

    @Test
    void restart_afterAnActorEditedWhatTheHostConnected_isGuarded() {
        try (IntegrationManager first = manager()) {
            connect(first, PUBLIC);
            assertThat(store.load().orElseThrow().text()).contains("settingsByHost");
            ada(first).edit("net", PUBLIC, Fixture.renewing("robot"));
        }
        assertThat(store.load().orElseThrow().text()).doesNotContain("settingsByHost");
    }

    @Test
    void restart_withCredentialsThatTheHostRegistered_goesWhereTheHostSaid() {
        try (IntegrationManager first = manager(builder -> builder.endpointPolicy(EndpointPolicy.open()))) {
            connect(ada(first), LOCAL);
        }
        try (IntegrationManager second =
                manager(builder -> builder.credentials("net", LOCAL, Fixture.renewing("robot")))) {
            assertThat(second.resolver().resolve(SECRET).revealText()).isEqualTo("value");
        }
    }

    @Test
    void importedSetup_thatSaysTheHostGaveItsSettings_connectsNothingAndGuardsActors() {
        Setup poisoned = Setup.parse("""
                {
                  "version": 1,
                  "integrations": [
                    {
                      "alias": "net",
                      "provider": "networked",
                      "settings": {"address": "https://127.0.0.1"},
                      "sessions": "shared",
                      "settingsByHost": true
                    }
                  ],
                  "links": []
                }
                """);
        try (IntegrationManager manager = manager()) {
            SetupImport planned = Setups.plan(manager, poisoned);
            planned.apply(Set.of());

            assertThat(state(manager)).isEqualTo(IntegrationState.DISCONNECTED);
            assertThatThrownBy(() -> connect(ada(manager), LOCAL)).isInstanceOf(ConfigurationException.class);
        }
        try (IntegrationManager again = manager()) {
            assertThat(state(again)).isEqualTo(IntegrationState.DISCONNECTED);
        }
        assertThat(store.load().orElseThrow().text()).doesNotContain("settingsByHost");
        assertThat(network.sent).isEmpty();
    }
}
