package io.claviger;

import static io.claviger.support.Office.ADA;
import static io.claviger.support.Office.MAX;
import static io.claviger.support.Office.MIA;
import static io.claviger.support.Office.PAUL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.support.Changes;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Office;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S11: outside the scope of an integration a reference is denied without a call")
class ScopeTest {

    private final Office office = new Office();
    private final FakeVault vault = office.vault;
    private final SecretResolver secrets = office.manager.resolver();

    ScopeTest() {
        vault.put("app/db", "inside").put("other/db", "outside").put("app", "above");
        office.manager.link("inside", SecretReference.of("team", "app", "db"));
        office.manager.link("outside", SecretReference.of("team", "other", "db"));
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void name_outside_isUnresolvedWithoutACall() {
        office.manager.setScope("team", IntegrationScope.of("app/**"));

        assertThat(secrets.resolve("inside").revealText()).isEqualTo("inside");
        Resolution outside = secrets.attempt("outside");
        assertThat(outside.reason()).contains(Reason.OUT_OF_SCOPE);
        assertThat(outside.toString()).doesNotContain("app/");
        assertThat(vault.reads).containsExactly("app/db");
    }

    @Test
    void reference_ofAnyForm_isHeldToIt() {
        office.manager.setScope("team", IntegrationScope.of("app/**"));
        vault.put("token", "x");
        for (SecretReference reference : List.of(
                SecretReference.parse("vault://team/other/db"),
                SecretReference.parse("vault://team/other%2Fdb"),
                SecretReference.parse("vault://team/app"),
                SecretReference.parse("vault://team/App/db"),
                SecretReference.parse("vault://team/app%2F..%2Fother/db"),
                SecretReference.parse("vault://team/other/db?version=2"),
                office.manager.reference("fake:token"))) {
            assertThat(secrets.attempt(reference).reason()).contains(Reason.OUT_OF_SCOPE);
            assertThat(secrets.resolveAsync(reference)).isCompletedExceptionally();
        }
        assertUnresolved(() -> secrets.render("{{vault://team/other/db}}"));
        assertUnresolved(() -> secrets.render("{{vault:inside}}{{vault:outside}}"));
        assertUnresolved(() -> secrets.snapshot("outside"));
        assertUnresolved(() -> secrets.onAuthenticationFailure("outside"));
        assertUnresolved(() -> secrets.onAuthenticationFailure(SecretReference.of("team", "other", "db")));
        assertUnresolved(() -> secrets.bind("outside").get());
        assertUnresolved(secrets::prefetch);
        assertThat(vault.reads).doesNotContain("other/db", "token", "app");
    }

    @Test
    void scope_inTheVaultsOwnSpelling_isComparedInIt() {
        vault.ignoresCase = true;
        office.manager.setScope("team", IntegrationScope.of("app/**"));
        assertThat(secrets.attempt(SecretReference.of("team", "APP", "db")).resolved())
                .isTrue();
        assertThat(secrets.attempt(SecretReference.of("team", "OTHER", "db")).reason())
                .contains(Reason.OUT_OF_SCOPE);
    }

    @Test
    void scope_setWhileValuesAreWarm_countsAtOnce() {
        SecretHandle handle = secrets.bind("outside");
        SecretReference reference = SecretReference.of("team", "other", "db");
        handle.get();
        secrets.resolve("outside");
        secrets.resolve(reference);
        Template template = Template.compile("{{vault:outside}} {{vault://team/other/db}}");
        secrets.render(template);

        office.manager.setScope("team", IntegrationScope.of("app/**"));

        assertUnresolved(handle::get);
        assertUnresolved(() -> secrets.resolve("outside"));
        assertUnresolved(() -> secrets.resolve(reference));
        assertUnresolved(() -> secrets.render(template));
        assertThat(office.manager.cache().contents()).isEmpty();
        office.manager.setScope("team", IntegrationScope.everything());
        assertThat(handle.get().revealText()).isEqualTo("outside");
    }

    @Test
    void watch_ofANameThatComesInScope_isTold() {
        office.manager.setScope("team", IntegrationScope.of("app/**"));
        Changes changes = new Changes();
        try (SecretWatch watch = secrets.watch(List.of("outside", "inside"), changes)) {
            assertThat(watch.current().get("outside").reason()).contains(Reason.OUT_OF_SCOPE);
            office.manager.setScope("team", IntegrationScope.of("other/*", "app/*"));
            assertThat(changes.values("outside")).containsExactly("outside");
        }
    }

    @Test
    void scope_thatComesBetweenTheCheckAndTheRead_countsForIt() {
        AtomicBoolean first = new AtomicBoolean(true);
        vault.beforeLocate = () -> {
            if (first.getAndSet(false)) {
                office.manager.setScope("team", IntegrationScope.of("app/**"));
            }
        };

        assertThat(secrets.attempt("outside").reason()).contains(Reason.OUT_OF_SCOPE);
        assertUnresolved(() -> secrets.bind("outside").get());
    }

    @Test
    void value_ofAName_isNotStoredOutside() {
        office.manager.setScope("team", IntegrationScope.of("app/**"));

        assertUnresolved(() -> office.manager.set("outside", SecretValue.ofText("new")));
        assertUnresolved(() -> office.manager.unset("outside"));
        office.manager.set("inside", SecretValue.ofText("new"));

        office.manager.setScope("team", IntegrationScope.everything());
        assertThat(secrets.resolve("outside").revealText()).isEqualTo("outside");
        assertThat(secrets.resolve("inside").revealText()).isEqualTo("new");
    }

    @Test
    void previousVersion_outside_isNotGiven() {
        vault.put("app/db", SecretSnapshot.ofValue(SecretValue.ofText("inside")).build());
        vault.previous.put(
                "app/db", SecretSnapshot.ofValue(SecretValue.ofText("before")).build());
        assertThat(secrets.onAuthenticationFailure("inside").values()).hasSize(2);

        office.manager.setScope("team", IntegrationScope.of("app/db", "version=1"));

        assertThat(secrets.onAuthenticationFailure("inside").values()).hasSize(1);
    }

    @Test
    void scope_ofAnIntegration_outlivesEditDisconnectAndReconnect() {
        IntegrationScope scope = IntegrationScope.of("app/**");
        office.manager.setScope("team", scope);

        office.manager.edit("team", Settings.of("note", "x"));
        office.manager.disconnect("team");
        assertThat(office.manager.integration("team").orElseThrow().scope()).isEqualTo(scope);
        office.manager.connect("team", "fake", Settings.empty(), Fixture.renewing("robot"));

        assertThat(secrets.attempt("outside").reason()).contains(Reason.OUT_OF_SCOPE);
    }

    @Test
    void scope_isSetByWhoeverMayEdit() {
        office.connected(MAX, "maxs");
        IntegrationScope scope = IntegrationScope.of("x");

        assertThat(office.as(MAX).setScope("maxs", scope).scope()).isEqualTo(scope);
        assertThat(office.as(ADA).setScope("maxs", scope).scope()).isEqualTo(scope);
        assertThat(office.as(ADA).setScope("team", scope).scope()).isEqualTo(scope);
        for (Actor actor : List.of(MIA, PAUL)) {
            assertThatThrownBy(() -> office.as(actor).setScope("maxs", scope))
                    .isInstanceOf(AccessRefusedException.class);
            assertThatThrownBy(() -> office.as(actor).setScope("team", scope))
                    .isInstanceOf(AccessRefusedException.class);
            assertThatThrownBy(() -> office.as(actor).setScope("nowhere", scope))
                    .isInstanceOf(AccessRefusedException.class);
        }
        assertThatThrownBy(() -> office.as(MAX).setScope("team", scope))
                .isInstanceOfSatisfying(AccessRefusedException.class, e -> assertThat(e.rolesNeeded())
                        .containsExactlyInAnyOrder(Role.ADMIN, Role.SUPER_ADMIN));
        assertThatThrownBy(() -> office.manager.setScope("nowhere", scope)).isInstanceOf(ConfigurationException.class);
    }

    private static void assertUnresolved(ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(UnresolvedException.class, e -> assertThat(e.reason())
                .isEqualTo(Reason.OUT_OF_SCOPE));
    }
}
