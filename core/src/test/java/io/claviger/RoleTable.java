package io.claviger;

import static io.claviger.support.Office.MAX;
import static io.claviger.support.Office.MIA;
import static io.claviger.support.Office.own;

import io.claviger.spi.ProviderDescriptor;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultProvider;
import io.claviger.spi.VaultType;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Office;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** A table of operations by role, each cell tried through a manager: y is permitted, n is refused. */
final class RoleTable {

    private RoleTable() {}

    private static final SecretReference TOKEN = SecretReference.of("team", "token");
    private static final SecretReference OTHER = SecretReference.of("team", "other");
    private static final LinkId TEAMS = LinkId.of("teams");

    static final Map<String, Consumer<IntegrationManager>> ROWS = rows();

    private static Map<String, Consumer<IntegrationManager>> rows() {
        Map<String, Consumer<IntegrationManager>> rows = new LinkedHashMap<>();
        rows.put("resolve a name of the team", m -> m.resolver().resolve("teams"));
        rows.put("resolve a name of one's own", m -> m.resolver().resolve("own"));
        rows.put("render a name of the team", m -> m.resolver().render("{{vault:teams}}"));
        rows.put("resolve a direct reference", m -> m.resolver().resolve(TOKEN));
        rows.put("render a direct reference", m -> m.resolver().render("{{vault://team/token}}"));
        rows.put("resolve through one's own integration", m -> m.resolver().resolve("own_through_own"));
        rows.put("resolve through another's integration", m -> m.resolver().resolve("through_mias"));
        rows.put("resolve through an integration without a scope", m -> m.resolver()
                .resolve("unscoped"));
        rows.put("link a name of one's own", m -> m.link(Link.of(own("new"), TOKEN)));
        rows.put("relink a name of one's own", m -> m.relink(List.of(Relink.of(own("own"), OTHER))));
        rows.put("disable a name of one's own", m -> m.setEnabled(own("own"), false));
        rows.put("restrict a name of one's own", m -> m.setAllowedDomains(own("own"), AllowedDomains.any()));
        rows.put("unlink a name of one's own", m -> m.unlink(own("own")));
        rows.put("reset a name of one's own", m -> m.cache().resetName("own"));
        rows.put("link a name of the team", m -> m.link("new", TOKEN));
        rows.put("relink a name of the team", m -> m.relink("teams", OTHER));
        rows.put("disable a name of the team", m -> m.setEnabled(TEAMS, false));
        rows.put("let a name of the team stand in", m -> m.setFallback(TEAMS, true));
        rows.put("restrict a name of the team", m -> m.setAllowedDomains(TEAMS, AllowedDomains.any()));
        rows.put("unlink a name of the team", m -> m.unlink("teams"));
        rows.put("reset a name of the team", m -> m.cache().resetName("teams"));
        rows.put("give a name of one's own to the team", m -> m.handOver(own("own"), Owner.team()));
        rows.put("change a name of another", m -> m.setEnabled(Office.own(MIA, "mias"), false));
        rows.put("link a name of another", m -> m.link(Link.of(Office.own(MIA, "new"), TOKEN)));
        rows.put("store a value in a vault of the team", m -> m.set("teams", SecretValue.ofText("x")));
        rows.put("store a value in a vault of one's own", m -> m.unset("own_through_own"));
        rows.put("store a value in a vault of another", m -> m.unset("through_mias"));
        rows.put("connect a vault that users administer", m -> connect(m, "new", "fake"));
        rows.put("connect a vault that the team administers", m -> connect(m, "new", "ruled"));
        integration(rows, "one's own integration", "maxs");
        integration(rows, "another's integration", "mias");
        integration(rows, "an integration of the team", "team");
        integration(rows, "an integration that the team administers", "ruled");
        rows.put("share one's own integration", m -> m.share("maxs"));
        rows.put("share another's integration", m -> m.share("mias"));
        rows.put("sign in for oneself", m -> m.reauthenticate("people", Fixture.renewing("x")));
        rows.put("set the expiration", m -> m.cache().setExpiration(Duration.ofMinutes(5)));
        rows.put("reset the whole cache", m -> m.cache().reset());
        rows.put("reset what was read through an integration", m -> m.cache().resetIntegration("team"));
        rows.put("forget an actor", m -> m.forget(Actor.of("leaver")));
        rows.put("say that roles have changed", m -> m.rolesChanged(Actor.of("leaver")));
        rows.put("export the setup", IntegrationManager::exportSetup);
        rows.put("plan the import of a setup", m -> m.planImport(Setup.empty(), SetupImport.Mode.MERGE));
        rows.put("see integrations, links and what is cached", m -> {
            m.integrations();
            m.links();
            m.cache().contents();
            m.cache().statistics();
            m.reference("vault://team/token");
        });
        return rows;
    }

    private static void integration(Map<String, Consumer<IntegrationManager>> rows, String which, String alias) {
        rows.put("edit " + which, m -> m.edit(alias, Settings.of("note", "x")));
        rows.put("reauthenticate " + which, m -> m.reauthenticate(alias, Fixture.renewing(alias)));
        rows.put("set the scope of " + which, m -> m.setScope(alias, IntegrationScope.of("token")));
        rows.put("set the domains of " + which, m -> m.setAllowedDomains(alias, AllowedDomains.any()));
        rows.put("disconnect " + which, m -> m.disconnect(alias));
    }

    private static VaultIntegration connect(IntegrationManager manager, String alias, String type) {
        return manager.connect(alias, type, Settings.empty(), Fixture.renewing("x"));
    }

    private static LinkId own(String name) {
        return Office.own(MAX, name);
    }

    /** Tries one row for max in one role, in an office of its own. */
    static boolean permitted(AccessPolicy policy, String row, Role role) {
        Office office = new Office(
                new FakeVault(), builder -> builder.accessPolicy(policy).provider(new RuledVault()));
        try (office) {
            IntegrationManager manager = office.as(MAX);
            furnish(office);
            office.roles.put(MAX, Set.of(role));
            return passes(() -> Objects.requireNonNull(ROWS.get(row)).accept(manager));
        }
    }

    private static boolean passes(Runnable attempt) {
        try {
            attempt.run();
            return true;
        } catch (AccessRefusedException refused) {
            return false;
        }
    }

    private static void furnish(Office office) {
        office.vault.put("other", "other");
        IntegrationManager host = office.manager;
        connect(host, "ruled", "ruled");
        connect(host, "open", "fake");
        host.connect("people", "fake", Settings.empty(), CredentialSource.perActor());
        host.setScope("team", IntegrationScope.of("**"));
        host.setScope("ruled", IntegrationScope.of("**"));
        office.connected(MAX, "maxs").connected(MIA, "mias");
        host.link("teams", TOKEN);
        host.link("unscoped", SecretReference.of("open", "token"));
        host.link("through_mias", SecretReference.of("mias", "token"));
        host.link(Link.of(Office.own(MAX, "own"), TOKEN));
        host.link(Link.of(Office.own(MAX, "own_through_own"), SecretReference.of("maxs", "token")));
        host.link(Link.of(Office.own(MIA, "mias"), TOKEN));
    }

    /** The same vault, of a kind that the team administers. */
    @VaultType("ruled")
    private static final class RuledVault implements VaultProvider {

        private final FakeVault vault = new FakeVault(Administration.TEAM);

        @Override
        public ProviderDescriptor descriptor() {
            return vault.descriptor();
        }

        @Override
        public VaultClient open(Settings settings) {
            return vault.open(settings);
        }
    }
}
