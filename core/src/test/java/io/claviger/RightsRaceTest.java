package io.claviger;

import static io.claviger.support.Office.ADA;
import static io.claviger.support.Office.MAX;
import static io.claviger.support.Office.MIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.SetupImport.Mode;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Office;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName(
        "S10: a right counts for the integration that is changed, not for the one that was there when it was asked for")
class RightsRaceTest {

    private static final Settings SETTINGS = Settings.empty();
    private static final SecretReference THROUGH_MAXS = SecretReference.of("maxs", "token");

    private Runnable afterTheDecision = () -> {};
    private Operation asked = Operation.CONNECT;
    private final Office office =
            new Office(new FakeVault(), builder -> builder.accessPolicy(this::decide)).connected(MAX, "maxs");

    private AccessDecision decide(AccessRequest request) {
        AccessDecision decision = AccessPolicy.standard().decide(request);
        if (request.operation() == asked) {
            Runnable event = afterTheDecision;
            afterTheDecision = () -> {};
            event.run();
        }
        return decision;
    }

    private void onceDecided(Operation operation, Runnable event) {
        asked = operation;
        afterTheDecision = event;
    }

    @AfterEach
    void close() {
        office.close();
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change(Operation.EDIT, m -> m.edit("maxs", Settings.of("note", "x"))),
                change(Operation.REAUTHENTICATE, m -> m.reauthenticate("maxs", Fixture.renewing("eve"))),
                change(Operation.CHANGE_SCOPE, m -> m.setScope("maxs", IntegrationScope.of("x"))),
                change(Operation.CHANGE_SCOPE, m -> m.setAllowedDomains("maxs", AllowedDomains.parse("example.org"))),
                change(Operation.DISCONNECT, m -> m.disconnect("maxs")),
                change(Operation.SHARE, m -> m.share("maxs")));
    }

    private static Arguments change(Operation operation, Consumer<IntegrationManager> change) {
        return Arguments.of(operation, change);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void change_ofWhatIsSharedMeanwhile_changesNothing(Operation operation, Consumer<IntegrationManager> change) {
        onceDecided(operation, () -> office.manager.share("maxs"));

        assertThatThrownBy(() -> change.accept(office.as(MAX))).isInstanceOf(ClavigerException.class);

        VaultIntegration shared = office.manager.integration("maxs").orElseThrow();
        assertThat(shared.owner()).isEqualTo(Owner.team());
        assertThat(shared.settings()).isEqualTo(SETTINGS);
        assertThat(shared.scope().restricted()).isFalse();
        assertThat(shared.allowedDomains().restricted()).isFalse();
        assertThat(shared.state()).isEqualTo(IntegrationState.CONNECTED);
    }

    @Test
    void connect_ofAnAliasThatSomebodyElseTakesMeanwhile_leavesItToThem() {
        onceDecided(Operation.CONNECT, () -> {
            office.connected(MIA, "new");
            office.as(MIA).disconnect("new");
        });

        assertThatThrownBy(() -> office.as(MAX).connect("new", "fake", SETTINGS, Fixture.renewing("max")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("changed by somebody else");

        VaultIntegration mias = office.manager.integration("new").orElseThrow();
        assertThat(mias.owner()).isEqualTo(Owner.of(MIA));
        assertThat(mias.state()).isEqualTo(IntegrationState.DISCONNECTED);
    }

    @Test
    void reconnect_ofWhatIsSharedMeanwhile_leavesItDisconnected() {
        office.as(MAX).disconnect("maxs");
        onceDecided(Operation.CONNECT, () -> office.manager.share("maxs"));

        assertThatThrownBy(() -> office.as(MAX).connect("maxs", "fake", SETTINGS, Fixture.renewing("max")))
                .isInstanceOf(ClavigerException.class);

        assertThat(office.manager.integration("maxs").orElseThrow().state()).isEqualTo(IntegrationState.DISCONNECTED);
    }

    @ParameterizedTest
    @MethodSource("links")
    void link_throughWhatBecomesSomebodyElsesMeanwhile_isNotMade(Consumer<IntegrationManager> change) {
        office.manager.share("maxs");
        Link before = office.manager.link("known", SecretReference.of("team", "token"));
        onceDecided(Operation.RESOLVE_NAME, () -> onceDecided(Operation.RESOLVE_NAME, this::handMaxsToMia));

        assertThatThrownBy(() -> change.accept(office.as(ADA)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("changed by somebody else");

        assertThat(office.manager.links()).containsExactly(before);
    }

    static Stream<Consumer<IntegrationManager>> links() {
        return Stream.of(
                manager -> manager.link("new", THROUGH_MAXS), manager -> manager.relink("known", THROUGH_MAXS));
    }

    private void handMaxsToMia() {
        IntegrationSetup team = office.manager.exportSetup().integrations().stream()
                .filter(setup -> setup.alias().equals("team"))
                .findFirst()
                .orElseThrow();
        SetupImport removal = office.manager.planImport(Setup.of(List.of(team), office.manager.links()), Mode.REPLACE);
        removal.apply(removal.confirmationsNeeded());
        office.connected(MIA, "maxs");
    }

    @Test
    @DisplayName("S12: what belongs to the team when it comes to it stays connected")
    void forget_ofWhoeverHasSharedMeanwhile_leavesTheTeamsConnected() {
        office.connected(MAX, "other");
        office.resolver(MAX).resolve(THROUGH_MAXS);
        office.resolver(MAX).resolve(SecretReference.of("other", "token"));
        office.vault.beforeRevoke = () -> {
            office.vault.beforeRevoke = () -> {};
            connected().filter(mine -> mine.owner().is(MAX)).forEach(mine -> office.manager.share(mine.alias()));
        };

        Departure departure = office.manager.forget(MAX);

        assertThat(departure.ended()).hasSize(1);
        assertThat(connected().filter(integration -> !integration.alias().equals("team")))
                .extracting(VaultIntegration::owner)
                .containsExactly(Owner.team());
    }

    private Stream<VaultIntegration> connected() {
        return office.manager.integrations().stream()
                .filter(integration -> integration.state() == IntegrationState.CONNECTED);
    }

    @Test
    @DisplayName("S12: a right that ends during the login gives no session")
    void signIn_ofWhoeverLosesTheirRoleMeanwhile_isRevoked() {
        office.manager.connect("people", "fake", SETTINGS, CredentialSource.perActor());
        office.vault.beforeLogin = () -> office.roles.put(MAX, Set.of());

        assertThatThrownBy(() -> office.as(MAX).reauthenticate("people", Fixture.renewing("max")))
                .isInstanceOf(AccessRefusedException.class);

        assertThat(office.vault.logins).hasValue(1);
        assertThat(office.vault.revocations).hasValue(1);
    }
}
