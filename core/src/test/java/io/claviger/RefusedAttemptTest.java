package io.claviger;

import static io.claviger.support.Office.ADA;
import static io.claviger.support.Office.MAX;
import static io.claviger.support.Office.MIA;
import static io.claviger.support.Office.PAUL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.event.VaultEvent;
import io.claviger.spi.ProviderDescriptor;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultProvider;
import io.claviger.spi.VaultType;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Office;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Design §8: a refused attempt names the operation and the roles needed and no more, and is an event")
class RefusedAttemptTest {

    private static final SecretReference THROUGH_MAXS = SecretReference.of("maxs", "token");

    private final Office office =
            new Office(new FakeVault(), builder -> builder.provider(new LockedVault())).connected(MAX, "maxs");

    RefusedAttemptTest() {
        office.as(MAX).link("known", THROUGH_MAXS);
        office.events.clear();
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void refusal_ofWhatIsThere_isThatOfWhatIsNot() {
        assertSame(alias -> office.as(MIA).disconnect(alias), Operation.DISCONNECT);
        assertSame(alias -> office.as(MIA).edit(alias, Settings.empty()), Operation.EDIT);
        assertSame(alias -> office.as(MIA).reauthenticate(alias, Fixture.renewing("x")), Operation.REAUTHENTICATE);
        assertSame(alias -> office.as(MIA).share(alias), Operation.SHARE);
        assertSame(alias -> office.as(MIA).setScope(alias, IntegrationScope.everything()), Operation.CHANGE_SCOPE);
        assertSame(alias -> office.as(MIA).setAllowedDomains(alias, AllowedDomains.any()), Operation.CHANGE_SCOPE);
    }

    private void assertSame(Consumer<String> attempt, Operation operation) {
        AccessRefusedException known = refused(() -> attempt.accept("maxs"));
        AccessRefusedException unknown = refused(() -> attempt.accept("nowhere"));
        assertThat(known).hasMessage(unknown.getMessage()).hasNoCause();
        assertThat(known.operation()).isEqualTo(operation).isEqualTo(unknown.operation());
        assertThat(known.rolesNeeded()).isEqualTo(unknown.rolesNeeded());
        assertThat(known.getMessage()).contains(operation.description()).doesNotContain("maxs", "max", "token", "fake");
        assertToldOf(operation, MIA);
        assertThat(office.events.get(0).alias()).contains("maxs");
        office.events.clear();
    }

    @Test
    void refusal_ofAConnectWithoutCredentials_isOneToo() {
        AccessRefusedException refused = refused(() -> office.as(PAUL).connect("new", "locked", Settings.empty()));
        assertThat(refused.operation()).isEqualTo(Operation.CONNECT);
        assertToldOf(Operation.CONNECT, PAUL);
        assertThatThrownBy(() -> office.as(MAX).connect("new", "locked", Settings.empty()))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void refusal_ofAName_isAnEventWithIt() {
        refused(() -> office.resolver(MIA).resolve("known"));
        assertToldOf(Operation.RESOLVE_NAME, MIA);
        assertThat(office.events.get(0).name()).contains("known");
        assertThat(office.events.get(0).alias()).contains("maxs");
    }

    @Test
    void refusal_ofAWarmName_isAnEventEachTime() {
        office.as(MAX).share("maxs");
        SecretHandle handle = office.resolver(MIA).bind("known");
        handle.get();
        office.roles.put(MIA, Set.of());
        office.events.clear();

        refused(handle::get);
        refused(handle::get);

        assertThat(office.events).hasSize(2);
        assertThat(office.events.get(1).name()).contains("known");
    }

    @Test
    void refusal_ofSeveralRelinks_isAnEventForEachAndChangesNone() {
        LinkId mine = office.linkOwn(MIA, "mias", "token").id();
        LinkId maxs = office.linkOwn(MAX, "maxs_own", "token").id();
        office.events.clear();
        SecretReference other = SecretReference.of("team", "other");

        AccessRefusedException refused =
                refused(() -> office.as(MIA).relink(List.of(Relink.of(mine, other), Relink.of(maxs, other))));

        assertThat(refused.operation()).isEqualTo(Operation.CHANGE_OTHERS_LINKS);
        assertThat(office.events).hasSize(2).allMatch(event -> event.operation()
                .equals(Optional.of(Operation.CHANGE_OTHERS_LINKS)));
        assertThat(office.manager.links()).extracting(Link::reference).doesNotContain(other);
    }

    @Test
    void refusal_ofAHandOver_namesWhatItLacksTheRightFor() {
        LinkId mine = office.linkOwn(MIA, "mias", "token").id();
        office.events.clear();

        AccessRefusedException refused = refused(() -> office.as(MIA).handOver(mine, Owner.of(MAX)));

        assertThat(refused.operation()).isEqualTo(Operation.CHANGE_OTHERS_LINKS);
        assertToldOf(Operation.CHANGE_OTHERS_LINKS, MIA);
        assertThat(office.resolve(MIA, "mias")).isEqualTo("the token");
    }

    @Test
    void refusal_ofWhatConcernsActors_isAnEvent() {
        refused(() -> office.as(MIA).forget(MAX));
        assertToldOf(Operation.MANAGE_ACTORS, MIA);
        office.events.clear();
        refused(() -> office.as(PAUL).rolesChanged(MAX));
        assertToldOf(Operation.MANAGE_ACTORS, PAUL);
        assertThat(office.resolver(MAX).resolve(THROUGH_MAXS).revealText()).isEqualTo("the token");
    }

    @Test
    void refusal_thatNoRoleWouldChange_saysSo() {
        assertThat(refused(() -> office.resolver(ADA).resolve(THROUGH_MAXS)))
                .hasMessage("Refused: you may not resolve a direct reference. No role permits it.");
    }

    private void assertToldOf(Operation operation, Actor actor) {
        assertThat(office.events).isNotEmpty();
        VaultEvent event = office.events.get(0);
        assertThat(event.type()).isEqualTo(VaultEvent.Type.MANAGEMENT);
        assertThat(event.outcome()).isEqualTo(VaultEvent.Outcome.REFUSED);
        assertThat(event.operation()).contains(operation);
        assertThat(event.actor()).contains(actor);
    }

    private static AccessRefusedException refused(ThrowingCallable attempt) {
        AtomicReference<AccessRefusedException> refused = new AtomicReference<>();
        assertThatThrownBy(attempt).isInstanceOfSatisfying(AccessRefusedException.class, refused::set);
        return refused.get();
    }

    @Test
    void refusal_ofOneOfSeveralRelinks_comesBeforeWhatElseIsWrong() {
        office.as(MAX).link("other", THROUGH_MAXS);
        Relink unknown = Relink.of(LinkId.of("known"), SecretReference.of("nowhere", "token"));
        Relink refused = Relink.of(LinkId.of("other"), THROUGH_MAXS);

        AccessRefusedException refusal = refused(() -> office.as(MIA).relink(List.of(unknown, refused)));
        assertThat(refusal.operation()).isEqualTo(Operation.RESOLVE_NAME);
    }

    /** A vault that cannot be connected without credentials. */
    @VaultType("locked")
    private static final class LockedVault implements VaultProvider {

        @Override
        public ProviderDescriptor descriptor() {
            return ProviderDescriptor.of("Locked vault")
                    .credentials(FakeVault.Key.class)
                    .build();
        }

        @Override
        public VaultClient open(Settings settings) {
            throw new IllegalStateException("nobody gets that far");
        }
    }
}
