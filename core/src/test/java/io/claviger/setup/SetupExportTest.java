package io.claviger.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.AccessRefusedException;
import io.claviger.Actor;
import io.claviger.IntegrationManager;
import io.claviger.Link;
import io.claviger.Role;
import io.claviger.SecretReference;
import io.claviger.Setup;
import io.claviger.SetupStore;
import io.claviger.StoredSetup;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S8: an export holds what the team has, and no credential, value or setting of the host's own")
class SetupExportTest {

    private static final Actor ANA = Actor.of("ana");
    private static final Actor MAX = Actor.of("max");
    private static final String VALUE = "canary-value-8c1f";
    private static final String KEY = "canary-key-77aa";

    private final FakeVault vault = new FakeVault().put("token", VALUE);
    private final SetupStore store = SetupStore.inMemory();
    private final IntegrationManager manager = Setups.builder(vault)
            .setupStore(store)
            .roles(actor -> actor.equals(ANA) ? Set.of(Role.ADMIN) : Set.of(Role.MEMBER))
            .build();

    @AfterEach
    void close() {
        manager.close();
    }

    private void setUp() {
        manager.connect("team", "fake", Setups.ADDRESS.with("file", "/etc/own"), Fixture.renewing(KEY));
        manager.link(Setups.link("token"));
        manager.as(MAX).connect("mine", "fake", Setups.ADDRESS, Fixture.renewing(KEY));
        manager.as(MAX).link("maxs", SecretReference.of("mine", "x"));
        assertThat(manager.resolver().resolve("token").revealText()).isEqualTo(VALUE);
    }

    @Test
    void export_holdsTheTeamsOnly() {
        setUp();
        Setup export = manager.exportSetup();
        assertThat(export.integrations()).containsExactly(Setups.integration("team"));
        assertThat(export.links()).containsExactly(Setups.link("token"));
    }

    @Test
    void exportAndStore_holdNoCredentialValueOrHostSetting() {
        setUp();
        assertThat(manager.exportSetup().toText()).doesNotContain(VALUE, KEY, "/etc/own", "max");
        assertThat(store.load().map(StoredSetup::text).orElseThrow())
                .doesNotContain(VALUE, KEY, "/etc/own")
                .contains("max", "hostSettings");
    }

    @Test
    void export_doesNotDependOnWhatIsConnected() {
        setUp();
        String before = manager.exportSetup().toText();
        manager.disconnect("team");
        assertThat(manager.exportSetup().toText()).isEqualTo(before);
    }

    @Test
    void export_byAMember_isRefused() {
        assertThat(manager.as(ANA).exportSetup()).isEqualTo(Setup.empty());
        assertThatThrownBy(() -> manager.as(MAX).exportSetup()).isInstanceOf(AccessRefusedException.class);
    }

    @Test
    void export_importedElsewhere_isTheSameThere() {
        setUp();
        Setup export = manager.exportSetup();
        try (IntegrationManager other = Setups.builder(vault).build()) {
            Setups.apply(other, export);
            assertThat(other.exportSetup()).isEqualTo(export);
            assertThat(Setups.plan(other, export).changes()).isEmpty();
            assertThat(other.links()).extracting(Link::name).containsExactly("token");
        }
    }
}
