package io.claviger.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.AllowedDomains;
import io.claviger.ConfigurationException;
import io.claviger.CredentialSource;
import io.claviger.IntegrationManager;
import io.claviger.IntegrationManagerBuilder;
import io.claviger.IntegrationScope;
import io.claviger.IntegrationState;
import io.claviger.Reason;
import io.claviger.SecretReference;
import io.claviger.Settings;
import io.claviger.SetupStore;
import io.claviger.StoredSetup;
import io.claviger.SyntaxException;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S1: after a restart each integration asks for reauthentication, unless credentials are registered for it")
class SetupRestartTest {

    private final FakeVault vault = new FakeVault().put("token", "value");
    private final SetupStore store = SetupStore.inMemory();

    private void firstRun(Settings settings, CredentialSource source) {
        try (IntegrationManager manager = Setups.manager(vault, store)) {
            manager.connect("team", "fake", settings, source);
            manager.link(Setups.link("token"));
            manager.setScope("team", IntegrationScope.of("token"));
        }
        assertThat(vault.logins).hasValue(0);
    }

    private IntegrationManager restarted(UnaryOperator<IntegrationManagerBuilder> options) {
        return options.apply(Setups.builder(vault).setupStore(store)).build();
    }

    private static IntegrationState state(IntegrationManager manager) {
        return manager.integration("team").orElseThrow().state();
    }

    private static String token(IntegrationManager manager) {
        return manager.resolver().resolve("token").revealText();
    }

    @Test
    void withoutRegistration_asksForReauthentication_andThenAllLinksWork() {
        firstRun(Setups.ADDRESS, Fixture.renewing("robot"));
        try (IntegrationManager manager = restarted(builder -> builder)) {
            assertThat(state(manager)).isEqualTo(IntegrationState.REAUTHENTICATION_REQUIRED);
            assertThat(manager.integration("team").orElseThrow().scope()).isEqualTo(IntegrationScope.of("token"));
            assertThat(manager.resolver().attempt("token").reason()).contains(Reason.REAUTHENTICATION_REQUIRED);
            assertThat(vault.logins).hasValue(0);

            manager.reauthenticate("team", Fixture.renewing("robot"));
            assertThat(token(manager)).isEqualTo("value");
            assertThat(state(manager)).isEqualTo(IntegrationState.CONNECTED);
        }
    }

    @Test
    void withoutRegistration_connectBringsItBackToo() {
        firstRun(Setups.ADDRESS, Fixture.renewing("robot"));
        try (IntegrationManager manager = restarted(builder -> builder)) {
            manager.connect("team", "fake", Setups.ADDRESS, Fixture.renewing("robot"));
            assertThat(token(manager)).isEqualTo("value");
            assertThat(manager.integration("team").orElseThrow().scope()).isEqualTo(IntegrationScope.of("token"));
            assertThat(vault.closes).hasValue(2);
            assertThatThrownBy(() -> manager.connect("team", "fake", Setups.ADDRESS, Fixture.renewing("robot")))
                    .hasMessageContaining("taken");
        }
    }

    @Test
    void withRegistration_connectsByItselfAtFirstUse() {
        firstRun(Setups.ADDRESS, Fixture.renewing("robot"));
        try (IntegrationManager manager =
                restarted(builder -> builder.credentials("team", Setups.ADDRESS, Fixture.renewing("robot")))) {
            assertThat(vault.logins).hasValue(0);
            assertThat(state(manager)).isEqualTo(IntegrationState.CONNECTED);
            assertThat(token(manager)).isEqualTo("value");
        }
    }

    @Test
    void withRegistrationForAnotherEndpoint_staysDisconnectedAndSendsNothing() {
        firstRun(Setups.ADDRESS, Fixture.renewing("robot"));
        for (Settings other :
                new Settings[] {Settings.empty(), Settings.of("address", "https://x"), Setups.ADDRESS.with("note", "x")
                }) {
            try (IntegrationManager manager =
                    restarted(builder -> builder.credentials("team", other, Fixture.renewing("robot")))) {
                assertThat(state(manager)).isEqualTo(IntegrationState.DISCONNECTED);
                assertThat(manager.resolver().attempt("token").reason()).contains(Reason.DISCONNECTED);
            }
        }
        assertThat(vault.logins).hasValue(0);
    }

    @Test
    void withHostSettings_staysDisconnectedUnlessTheyAreRegistered() {
        Settings settings = Setups.ADDRESS.with("file", "/own");
        firstRun(settings, Fixture.renewing("robot"));
        for (int i = 0; i < 2; i++) {
            try (IntegrationManager manager = restarted(builder -> builder)) {
                assertThat(state(manager)).isEqualTo(IntegrationState.DISCONNECTED);
                manager.setAllowedDomains("team", AllowedDomains.any());
                manager.setScope("team", IntegrationScope.of("token", "n" + i));
            }
        }
        try (IntegrationManager manager =
                restarted(builder -> builder.credentials("team", settings, Fixture.renewing("robot")))) {
            assertThat(manager.integration("team").orElseThrow().settings()).isEqualTo(settings);
            assertThat(token(manager)).isEqualTo("value");
        }
        try (IntegrationManager manager =
                restarted(builder -> builder.credentials("team", Setups.ADDRESS, Fixture.renewing("robot")))) {
            assertThat(state(manager)).isEqualTo(IntegrationState.DISCONNECTED);
            manager.connect("team", "fake", settings, Fixture.renewing("robot"));
            assertThat(token(manager)).isEqualTo("value");
        }
    }

    @Test
    void disconnected_staysSo() {
        firstRun(Setups.ADDRESS, Fixture.renewing("robot"));
        UnaryOperator<IntegrationManagerBuilder> registered =
                builder -> builder.credentials("team", Setups.ADDRESS, Fixture.renewing("robot"));
        try (IntegrationManager manager = restarted(registered)) {
            manager.disconnect("team");
        }
        try (IntegrationManager manager = restarted(registered)) {
            assertThat(state(manager)).isEqualTo(IntegrationState.DISCONNECTED);
        }
    }

    @Test
    void peopleWhoSignInOneByOne_doSoAgain() {
        firstRun(Setups.ADDRESS, CredentialSource.perActor());
        try (IntegrationManager manager = restarted(builder -> builder)) {
            assertThat(state(manager)).isEqualTo(IntegrationState.REAUTHENTICATION_REQUIRED);
            manager.reauthenticate("team", Fixture.renewing("ana"));
            assertThat(token(manager)).isEqualTo("value");
        }
    }

    @Test
    void vaultWithoutCredentials_worksAtOnce() {
        try (IntegrationManager manager = Setups.manager(vault, store)) {
            manager.connect("fixed", "read-only", Settings.empty());
            manager.link("token", SecretReference.of("fixed", "x"));
        }
        try (IntegrationManager manager = restarted(builder -> builder)) {
            assertThat(token(manager)).isEqualTo("fixed");
        }
    }

    @Test
    void brokenStore_isRefusedWithLineAndColumn() {
        assertThat(store.save("{\n  \"version\": 2\n}", null)).isPresent();
        assertThatThrownBy(() -> restarted(builder -> builder))
                .isInstanceOfSatisfying(
                        SyntaxException.class, e -> assertThat(e.line()).isEqualTo(2));
    }

    @Test
    void poisonedStore_withAHostSettingOrAnUnknownVault_isRefused() {
        firstRun(Setups.ADDRESS, Fixture.renewing("robot"));
        StoredSetup stored = store.load().orElseThrow();
        String poisoned = stored.text().replace("\"address\"", "\"file\"");
        String revision = store.save(poisoned, stored.revision()).orElseThrow();
        assertThatThrownBy(() -> restarted(builder -> builder))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the host's own");

        assertThat(store.save(stored.text().replace("\"fake\"", "\"what\""), revision))
                .isPresent();
        assertThatThrownBy(() -> restarted(builder -> builder)).hasMessageContaining("no provider of vault type what");
        assertThat(vault.logins).hasValue(0);
    }

    @Test
    void registeredTwice_isRefused() {
        assertThatThrownBy(() -> Setups.builder(vault)
                        .credentials("team", Setups.ADDRESS, Fixture.renewing("robot"))
                        .credentials("team", Setups.ADDRESS, Fixture.renewing("robot")))
                .isInstanceOf(ConfigurationException.class);
    }
}
