package io.claviger.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.Actor;
import io.claviger.AllowedDomains;
import io.claviger.ConfigurationException;
import io.claviger.Confirmation;
import io.claviger.IntegrationManager;
import io.claviger.IntegrationScope;
import io.claviger.IntegrationSetup;
import io.claviger.IntegrationState;
import io.claviger.Link;
import io.claviger.Owner;
import io.claviger.Role;
import io.claviger.SecretReference;
import io.claviger.Settings;
import io.claviger.Setup;
import io.claviger.SetupChange;
import io.claviger.SetupImport;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S8, S13: an import shows a diff, asks for confirmation of what is dangerous, and sends nothing")
class SetupImportTest {

    private final FakeVault vault = new FakeVault().put("token", "old");
    private final IntegrationManager manager = Setups.builder(vault).build();

    @BeforeEach
    void setUp() {
        manager.connect("team", "fake", Setups.ADDRESS.with("file", "/own"), Fixture.renewing("robot"));
        manager.link(Setups.link("token").withAllowedDomains(AllowedDomains.parse("api.example.com")));
        manager.setScope("team", IntegrationScope.of("app/**", "token"));
        manager.setAllowedDomains("team", AllowedDomains.parse("api.example.com"));
    }

    @AfterEach
    void close() {
        manager.close();
    }

    private static Setup setup(IntegrationSetup team, Link... links) {
        return Setup.of(List.of(team), List.of(links));
    }

    private static IntegrationSetup team(String address) {
        return IntegrationSetup.of("team", "fake", Settings.of("address", address))
                .withScope(IntegrationScope.of("app/**", "token"))
                .withAllowedDomains(AllowedDomains.parse("api.example.com"));
    }

    private static IntegrationSetup team() {
        return team("https://vault.example");
    }

    private void refusedUnconfirmed(Setup poisoned, Confirmation.Kind kind) {
        SetupImport plan = Setups.plan(manager, poisoned);
        assertThat(plan.confirmationsNeeded())
                .singleElement()
                .extracting(Confirmation::kind)
                .isEqualTo(kind);
        Setup before = manager.exportSetup();
        assertThatThrownBy(() -> plan.apply(Set.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Not confirmed");
        assertThat(manager.exportSetup()).isEqualTo(before);
        assertThat(vault.logins).hasValue(0);
        assertThat(vault.reads).isEmpty();
    }

    @Test
    void changedAddress_isFlaggedAndRefusedUnconfirmed() {
        refusedUnconfirmed(setup(team("https://evil.example")), Confirmation.Kind.CHANGED_ORIGIN);
    }

    @Test
    void changedAddress_confirmed_dropsSessionValuesAndSource() {
        manager.setAllowedDomains("team", AllowedDomains.any());
        manager.setAllowedDomains(Setups.link("token").id(), AllowedDomains.any());
        assertThat(manager.resolver().resolve("token").revealText()).isEqualTo("old");

        Setups.apply(manager, setup(team("https://new.example")));

        assertThat(vault.revocations).hasValue(1);
        assertThat(vault.closes).hasValue(1);
        assertThat(manager.integration("team").orElseThrow().state()).isEqualTo(IntegrationState.DISCONNECTED);
        assertThat(manager.resolver().attempt("token").resolved()).isFalse();
        assertThat(vault.logins).hasValue(1);
        assertThat(manager.integration("team").orElseThrow().settings())
                .isEqualTo(Settings.of("address", "https://new.example").with("file", "/own"));
    }

    @Test
    void removedDomain_ofALinkOrAnIntegration_isFlagged() {
        refusedUnconfirmed(setup(team(), Setups.link("token")), Confirmation.Kind.LOOSENED_DOMAINS);
        refusedUnconfirmed(setup(team().withAllowedDomains(AllowedDomains.any())), Confirmation.Kind.LOOSENED_DOMAINS);
    }

    @Test
    void anotherName_forWhatARestrictedLinkGuards_isFlagged() {
        refusedUnconfirmed(
                setup(team(), Link.of("second", SecretReference.of("team", "token"))),
                Confirmation.Kind.LOOSENED_DOMAINS);
    }

    @Test
    void widenedScope_isFlagged_andANarrowedOneIsNot() {
        refusedUnconfirmed(setup(team().withScope(IntegrationScope.everything())), Confirmation.Kind.WIDENED_SCOPE);
        refusedUnconfirmed(
                setup(team().withScope(IntegrationScope.of("app/**", "token", "x"))), Confirmation.Kind.WIDENED_SCOPE);
        refusedUnconfirmed(
                setup(team().withScope(IntegrationScope.of("**", "role=x"))), Confirmation.Kind.WIDENED_SCOPE);

        Setups.plan(manager, setup(team().withScope(IntegrationScope.of("app/**", "role=x"))))
                .apply(Set.of());
        assertThat(manager.integration("team").orElseThrow().scope())
                .isEqualTo(IntegrationScope.of("app/**", "role=x"));
        assertThat(manager.integration("team").orElseThrow().state()).isEqualTo(IntegrationState.CONNECTED);
    }

    @Test
    void confirmation_ofAnotherChange_isNone() {
        SetupImport shown = Setups.plan(manager, setup(team("https://new.example")));
        SetupImport other = Setups.plan(manager, setup(team("https://evil.example")));
        assertThatThrownBy(() -> other.apply(shown.confirmationsNeeded())).hasMessageContaining("Not confirmed");
    }

    private void conflict(Setup poisoned, String reason) {
        SetupImport plan = Setups.plan(manager, poisoned);
        assertThat(plan.conflicts()).singleElement().asString().contains(reason);
        Setup before = manager.exportSetup();
        assertThatThrownBy(() -> plan.apply(plan.confirmationsNeeded()))
                .isInstanceOfSatisfying(ConfigurationException.class, e -> assertThat(e.problems())
                        .isEqualTo(plan.conflicts()));
        assertThat(manager.exportSetup()).isEqualTo(before);
        assertThat(vault.logins).hasValue(0);
    }

    @Test
    void hostOnlySetting_isRefused() {
        conflict(
                setup(IntegrationSetup.of("other", "fake", Settings.of("file", "/etc/passwd"))),
                "can be set by the host application only");
        conflict(
                setup(IntegrationSetup.of("team", "fake", Setups.ADDRESS.with("file", "/own"))
                        .withScope(team().scope())),
                "can be set by the host application only");
    }

    @Test
    void foreignOwner_isRefused() {
        Owner ana = Owner.of(Actor.of("ana"));
        conflict(setup(team(), Setups.link("x").ownedBy(ana)), "belongs to one actor");
        conflict(
                setup(new IntegrationSetup(
                        "anas",
                        "fake",
                        ana,
                        Settings.empty(),
                        IntegrationScope.everything(),
                        AllowedDomains.any(),
                        IntegrationSetup.Sessions.SHARED,
                        Set.of(),
                        false)),
                "belongs to one actor");
    }

    @Test
    void whatIsTakenUnknownOrMisfit_isAConflict() {
        manager.link(Link.of("anas", SecretReference.of("team", "x")).ownedBy(Owner.of(Actor.of("ana"))));
        conflict(setup(IntegrationSetup.of("team", "read-only", Settings.empty())), "is of type read-only");
        conflict(setup(IntegrationSetup.of("x", "nothing", Settings.empty())), "no provider of vault type");
        conflict(setup(IntegrationSetup.of("x", "fake", Settings.of("y", "z"))), "unknown to Fake vault");
        conflict(setup(team(), Setups.link("anas")), "a name that an actor has linked");
        conflict(setup(team(), Link.of("x", SecretReference.of("nowhere", "x"))), "no integration of the team");
        conflict(setup(team(), Link.of("x", SecretReference.of("team", "bad"))), "does not fit its vault");
    }

    @Test
    void aliasOfAnActorsIntegration_isAConflict() {
        try (IntegrationManager other =
                Setups.builder(vault).roles(actor -> Set.of(Role.MEMBER)).build()) {
            other.as(Actor.of("ana")).connect("mine", "fake", Settings.empty(), Fixture.renewing("ana"));
            assertThat(Setups.plan(other, setup(Setups.integration("mine"))).conflicts())
                    .singleElement()
                    .asString()
                    .contains("not the team's");
        }
    }

    @Test
    void changes_arePrintable() {
        SetupImport plan = Setups.plan(
                manager,
                setup(
                        team("https://new.example\u202e"),
                        Setups.link("token").withEnabled(false).withAllowedDomains(team().allowedDomains()),
                        Setups.link("second").inEnvironment("staging")));

        assertThat(plan.changes())
                .extracting(SetupChange::toString)
                .containsExactly(
                        "~ integration team (setting address: https://vault.example -> https://new.example\\u202e;"
                                + " state: connected -> disconnected)",
                        "+ link second@staging (reference: (none) -> vault://team/second)",
                        "~ link token (enabled: true -> false)");
        assertThat(plan.confirmationsNeeded())
                .extracting(Confirmation::toString)
                .containsExactly("integration team goes elsewhere: from address=https://vault.example to"
                        + " address=https://new.example\\u202e");
    }

    @Test
    void new_startsDisconnected_andConnectsWithCredentials() {
        Setups.apply(
                manager, setup(Setups.integration("second"), Link.of("other", SecretReference.of("second", "token"))));

        assertThat(manager.integration("second").orElseThrow().state()).isEqualTo(IntegrationState.DISCONNECTED);
        manager.connect("second", "fake", Setups.ADDRESS, Fixture.renewing("robot"));
        assertThat(manager.resolver().resolve("other").revealText()).isEqualTo("old");
    }

    @Test
    void merge_keepsWhatIsNotNamed_andReplaceRemovesIt() {
        Setup other = setup(Setups.integration("second"), Link.of("other", SecretReference.of("second", "token")));
        SetupImport replacing = manager.planImport(other, SetupImport.Mode.REPLACE);
        assertThat(replacing.changes())
                .extracting(SetupChange::kind)
                .containsExactly(
                        SetupChange.Kind.ADDED,
                        SetupChange.Kind.REMOVED,
                        SetupChange.Kind.ADDED,
                        SetupChange.Kind.REMOVED);
        assertThat(Setups.plan(manager, other).changes())
                .extracting(SetupChange::kind)
                .containsExactly(SetupChange.Kind.ADDED, SetupChange.Kind.ADDED);

        replacing.apply(replacing.confirmationsNeeded());

        assertThat(manager.exportSetup()).isEqualTo(other);
        assertThat(manager.integration("team")).isEmpty();
        assertThat(vault.closes).hasValue(1);
    }
}
