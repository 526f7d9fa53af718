package io.claviger.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.Actor;
import io.claviger.AllowedDomains;
import io.claviger.ConfigurationException;
import io.claviger.IntegrationManager;
import io.claviger.IntegrationScope;
import io.claviger.LinkId;
import io.claviger.Operation;
import io.claviger.Owner;
import io.claviger.Relink;
import io.claviger.Role;
import io.claviger.SecretReference;
import io.claviger.Setup;
import io.claviger.SetupImport;
import io.claviger.event.VaultEvent;
import io.claviger.event.VaultEvent.Outcome;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName(
        "S8, §8: a change is audited, then saved, then made known, then told of; whatever fails, the rest does not happen")
class SetupAuditTest {

    private static final LinkId TOKEN = LinkId.of("token");

    private final FaultyStore store = new FaultyStore();
    private final List<String> order = new CopyOnWriteArrayList<>();
    private final List<VaultEvent> events = new CopyOnWriteArrayList<>();
    private volatile boolean unaudited;
    private final IntegrationManager manager = Setups.builder(new FakeVault())
            .setupStore(store)
            .roles(actor -> Set.of(Role.ADMIN))
            .requireAudit(this::audit)
            .listener(events::add)
            .build();

    private void audit(VaultEvent event) throws IOException {
        if (unaudited) {
            throw new IOException("full");
        }
        order.add("audit " + event.outcome() + seen());
    }

    /** Whether the link that these tests disable is seen to be enabled. */
    private String seen() {
        return manager.links().stream().allMatch(link -> link.enabled()) ? " before" : " after";
    }

    @BeforeEach
    void setUp() {
        manager.connect("team", "fake", Setups.ADDRESS, Fixture.renewing("robot"));
        manager.as(Actor.of("ana")).connect("anas", "fake", Setups.ADDRESS, Fixture.renewing("ana"));
        manager.link(Setups.link("token"));
        store.beforeSave = () -> order.add("save" + seen());
        order.clear();
        events.clear();
    }

    @AfterEach
    void close() {
        manager.close();
    }

    private List<ThrowingCallable> changes() {
        SetupImport plan = Setups.plan(manager, Setups.restricted());
        Owner ana = Owner.of(Actor.of("ana"));
        return List.of(
                () -> manager.connect("other", "fake", Setups.ADDRESS, Fixture.renewing("robot")),
                () -> manager.edit("team", Setups.ADDRESS.with("note", "x")),
                () -> manager.setScope("team", IntegrationScope.of("x")),
                () -> manager.setAllowedDomains("team", AllowedDomains.parse("api.example.com")),
                () -> manager.as(Actor.of("ana")).share("anas"),
                () -> manager.link(Setups.link("second")),
                () -> manager.link(Setups.link("token").inEnvironment("test")),
                () -> manager.relink(List.of(Relink.of(TOKEN, SecretReference.of("team", "new")))),
                () -> manager.setEnabled("token", false),
                () -> manager.setFallback(TOKEN, true),
                () -> manager.setAllowedDomains(TOKEN, AllowedDomains.parse("api.example.com")),
                () -> manager.handOver(TOKEN, ana),
                () -> manager.unlink("token"),
                () -> plan.apply(plan.confirmationsNeeded()));
    }

    @Test
    void change_isAuditedThenSavedThenMadeKnownThenTold() {
        manager.setEnabled("token", false);

        assertThat(order).containsExactly("audit REQUESTED before", "save before", "audit DONE after");
        assertThat(events).extracting(VaultEvent::outcome).containsExactly(Outcome.DONE);
    }

    @Test
    void everyChange_thatCannotBeAudited_isNeitherSavedNorMade() {
        List<ThrowingCallable> changes = changes();
        Setup before = manager.exportSetup();
        Setup stored = store.setup();
        order.clear();
        unaudited = true;

        assertThat(changes).allSatisfy(change -> assertThatThrownBy(change)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("was not carried out"));

        unaudited = false;
        assertThat(order).isEmpty();
        assertThat(store.setup()).isEqualTo(stored);
        assertThat(manager.exportSetup()).isEqualTo(before);
    }

    @Test
    void everyChange_thatCannotBeSaved_isAuditedAndToldAsFailedAndNotMade() {
        List<ThrowingCallable> changes = changes();
        Setup before = manager.exportSetup();
        Setup stored = store.setup();
        store.failing = true;

        assertThat(changes).allSatisfy(change -> {
            order.clear();
            events.clear();
            assertThatThrownBy(change)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("The change was not made.");
            assertThat(order).containsExactly("audit REQUESTED before", "save before", "audit FAILED before");
            assertThat(events).extracting(VaultEvent::outcome).containsExactly(Outcome.FAILED);
        });

        assertThat(store.setup()).isEqualTo(stored);
        assertThat(manager.exportSetup()).isEqualTo(before);
    }

    @Test
    void exportAndImport_areAudited() {
        Setups.apply(manager, manager.exportSetup());

        assertThat(events)
                .extracting(event -> event.operation().orElseThrow())
                .containsExactly(Operation.EXPORT_SETUP, Operation.IMPORT_SETUP, Operation.IMPORT_SETUP);
        assertThat(order).filteredOn(step -> step.startsWith("audit REQUESTED")).hasSize(3);
    }

    @Test
    void exportAndImport_thatCannotBeAudited_giveNothing() {
        Setup setup = manager.exportSetup();
        unaudited = true;

        assertThatThrownBy(manager::exportSetup).hasMessageContaining("was not carried out");
        assertThatThrownBy(() -> Setups.plan(manager, setup)).hasMessageContaining("was not carried out");
    }
}
