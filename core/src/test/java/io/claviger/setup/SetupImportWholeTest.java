package io.claviger.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.AccessDecision;
import io.claviger.AccessPolicy;
import io.claviger.AccessRefusedException;
import io.claviger.Actor;
import io.claviger.AllowedDomains;
import io.claviger.ConfigurationException;
import io.claviger.IntegrationManager;
import io.claviger.IntegrationScope;
import io.claviger.IntegrationSetup;
import io.claviger.IntegrationState;
import io.claviger.Link;
import io.claviger.Operation;
import io.claviger.Role;
import io.claviger.SecretReference;
import io.claviger.Settings;
import io.claviger.Setup;
import io.claviger.SetupImport;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("S8: an import needs the rights of every operation it stands for, and is all or nothing")
class SetupImportWholeTest {

    private static final Actor ANA = Actor.of("ana");

    private final Set<Operation> forbidden = EnumSet.noneOf(Operation.class);
    private final FakeVault vault = new FakeVault().put("token", "old");
    private final FaultyStore store = new FaultyStore();
    private final IntegrationManager manager = Setups.builder(vault)
            .setupStore(store)
            .roles(actor -> Set.of(Role.ADMIN))
            .accessPolicy(request -> forbidden.contains(request.operation())
                    ? AccessDecision.refused(Set.of())
                    : AccessPolicy.standard().decide(request))
            .build();

    @AfterEach
    void close() {
        store.failing = false;
        manager.close();
    }

    /** Stands for every operation that an import may stand for. */
    private SetupImport plan(IntegrationManager who) {
        manager.connect("edited", "fake", Setups.ADDRESS, Fixture.renewing("robot"));
        manager.connect("limited", "fake", Setups.ADDRESS, Fixture.renewing("robot"));
        manager.link(Link.of("token", SecretReference.of("limited", "token")));
        assertThat(manager.resolver().resolve("token").revealText()).isEqualTo("old");
        return who.planImport(
                Setup.of(
                        List.of(
                                Setups.integration("added"),
                                IntegrationSetup.of("edited", "fake", Settings.of("note", "x")),
                                Setups.integration("limited").withScope(IntegrationScope.of("app/**"))),
                        List.of(
                                Link.of("token", SecretReference.of("added", "token")),
                                Link.of("new", SecretReference.of("edited", "token")))),
                SetupImport.Mode.MERGE);
    }

    private void nothingChanged(SetupImport plan, Class<? extends RuntimeException> refusal) {
        Setup before = manager.exportSetup();
        assertThatThrownBy(() -> plan.apply(plan.confirmationsNeeded())).isInstanceOf(refusal);
        forbidden.clear();
        assertThat(manager.exportSetup()).isEqualTo(before);
        assertThat(manager.integrations())
                .allSatisfy(each -> assertThat(each.state()).isEqualTo(IntegrationState.CONNECTED));
        assertThat(manager.resolver().resolve("token").revealText()).isEqualTo("old");
        assertThat(vault.reads).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"IMPORT_SETUP", "CONNECT", "EDIT", "DISCONNECT", "CHANGE_SCOPE", "CHANGE_LINKS", "RESOLVE_NAME"})
    void apply_withoutOneOfTheRights_changesNothing(Operation operation) {
        SetupImport plan = plan(manager.as(ANA));
        forbidden.add(operation);
        nothingChanged(plan, AccessRefusedException.class);
    }

    @Test
    void plan_withoutTheRight_isRefused() {
        forbidden.add(Operation.IMPORT_SETUP);
        assertThatThrownBy(() -> Setups.plan(manager.as(ANA), Setup.empty()))
                .isInstanceOf(AccessRefusedException.class);
    }

    @Test
    void apply_withAllRights_changesEverything() {
        SetupImport plan = plan(manager.as(ANA));
        var unused = plan.apply(plan.confirmationsNeeded());
        assertThat(manager.integrations())
                .extracting(each -> each.alias() + " " + each.state())
                .containsExactly("added DISCONNECTED", "edited DISCONNECTED", "limited CONNECTED");
        assertThat(manager.links()).extracting(Link::name).containsExactly("new", "token");
        assertThat(manager.resolver().attempt("token").resolved()).isFalse();
        assertThat(store.setup().links()).isEqualTo(manager.exportSetup().links());
    }

    @Test
    void apply_whenTheStoreFails_changesNothing() {
        SetupImport plan = plan(manager);
        store.failing = true;
        nothingChanged(plan, ConfigurationException.class);
    }

    @Test
    void apply_afterAnIntegrationChanged_changesNothing() {
        SetupImport plan = plan(manager);
        manager.setAllowedDomains("limited", AllowedDomains.parse("x"));
        assertThatThrownBy(() -> plan.apply(plan.confirmationsNeeded()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Plan it again");
        assertThat(manager.integration("added")).isEmpty();
    }

    @Test
    void apply_afterALinkChanged_changesNothing() {
        SetupImport plan = plan(manager);
        manager.setEnabled("token", false);
        assertThatThrownBy(() -> plan.apply(plan.confirmationsNeeded())).hasMessageContaining("Plan it again");
    }

    @Test
    void apply_twice_isRefused() {
        SetupImport plan = plan(manager);
        var unused = plan.apply(plan.confirmationsNeeded());
        assertThatThrownBy(() -> plan.apply(plan.confirmationsNeeded())).hasMessageContaining("Plan it again");
    }
}
