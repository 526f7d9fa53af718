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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A table of operations by role, each cell tried through a manager: y is permitted, n is refused. */
final class RoleTable {

    private RoleTable() {}

    /** What is done in a row, with an office that is as new. */
    @FunctionalInterface
    interface Row {
        void tried(Office office, IntegrationManager manager);
    }

    private static final SecretReference TOKEN = SecretReference.of("team", "token");
    private static final SecretReference OTHER = SecretReference.of("team", "other");
    private static final LinkId TEAMS = LinkId.of("teams");

    static final Map<String, Row> ROWS = rows();

    private static Map<String, Row> rows() {
        Map<String, Row> rows = new LinkedHashMap<>();
        rows.put("resolve a name of the team", (office, m) -> m.resolver().resolve("teams"));
        rows.put("resolve a name of one's own", (office, m) -> m.resolver().resolve("own"));
        rows.put("render a name of the team", (office, m) -> m.resolver().render("{{vault:teams}}"));
        rows.put("resolve a direct reference", (office, m) -> m.resolver().resolve(TOKEN));
        rows.put("render a direct reference", (office, m) -> m.resolver().render("{{vault://team/token}}"));
        rows.put("resolve through one's own integration", (office, m) -> m.resolver()
                .resolve("own_through_own"));
        rows.put("resolve through another's integration", (office, m) -> m.resolver()
                .resolve("through_mias"));
        rows.put("resolve through an integration without a scope", (office, m) -> m.resolver()
                .resolve("unscoped"));
        rows.put("link a name of one's own", (office, m) -> m.link(Link.of(own(m, "new"), TOKEN)));
        rows.put("relink a name of one's own", (office, m) -> m.relink(List.of(Relink.of(own(m, "own"), OTHER))));
        rows.put("disable a name of one's own", (office, m) -> m.setEnabled(own(m, "own"), false));
        rows.put(
                "restrict a name of one's own",
                (office, m) -> m.setAllowedDomains(own(m, "own"), AllowedDomains.any()));
        rows.put("unlink a name of one's own", (office, m) -> m.unlink(own(m, "own")));
        rows.put("reset a name of one's own", (office, m) -> m.cache().resetName("own"));
        rows.put("link a name of the team", (office, m) -> m.link("new", TOKEN));
        rows.put("relink a name of the team", (office, m) -> m.relink("teams", OTHER));
        rows.put("disable a name of the team", (office, m) -> m.setEnabled(TEAMS, false));
        rows.put("let a name of the team stand in", (office, m) -> m.setFallback(TEAMS, true));
        rows.put("restrict a name of the team", (office, m) -> m.setAllowedDomains(TEAMS, AllowedDomains.any()));
        rows.put("unlink a name of the team", (office, m) -> m.unlink("teams"));
        rows.put("reset a name of the team", (office, m) -> m.cache().resetName("teams"));
        rows.put("give a name of one's own to the team", (office, m) -> m.handOver(own(m, "own"), Owner.team()));
        rows.put("change a name of another", (office, m) -> m.setEnabled(Office.own(MIA, "mias"), false));
        rows.put("link a name of another", (office, m) -> m.link(Link.of(Office.own(MIA, "new"), TOKEN)));
        rows.put("store a value in a vault of the team", (office, m) -> m.set("teams", SecretValue.ofText("x")));
        rows.put("store a value in a vault of one's own", (office, m) -> m.unset("own_through_own"));
        rows.put("store a value in a vault of another", (office, m) -> m.unset("through_mias"));
        rows.put("connect a vault that users administer", (office, m) -> connect(m, "new", "fake"));
        rows.put("connect a vault that the team administers", (office, m) -> connect(m, "new", "ruled"));
        integration(rows, "one's own integration", m -> actorOf(m).id() + "s");
        integration(rows, "another's integration", m -> "mias");
        integration(rows, "an integration of the team", m -> "team");
        integration(rows, "an integration that the team administers", m -> "ruled");
        rows.put(
                "share one's own integration", (office, m) -> m.share(actorOf(m).id() + "s"));
        rows.put("share another's integration", (office, m) -> m.share("mias"));
        rows.put("sign in for oneself", (office, m) -> m.reauthenticate("people", Fixture.renewing("x")));
        rows.put("set the expiration", (office, m) -> m.cache().setExpiration(Duration.ofMinutes(5)));
        rows.put("reset the whole cache", (office, m) -> m.cache().reset());
        rows.put("reset what was read through an integration", (office, m) -> m.cache()
                .resetIntegration("team"));
        rows.put("forget an actor", (office, m) -> m.forget(Actor.of("leaver")));
        rows.put("say that roles have changed", (office, m) -> m.rolesChanged(Actor.of("leaver")));
        rows.put("see integrations, links and what is cached", (office, m) -> {
            m.integrations();
            m.links();
            m.cache().contents();
            m.cache().statistics();
            m.reference("vault://team/token");
        });
        return rows;
    }

    private static void integration(Map<String, Row> rows, String which, Function<IntegrationManager, String> alias) {
        rows.put("edit " + which, (office, m) -> m.edit(alias.apply(m), Settings.of("note", "x")));
        rows.put(
                "reauthenticate " + which,
                (office, m) -> m.reauthenticate(alias.apply(m), Fixture.renewing(alias.apply(m))));
        rows.put("set the scope of " + which, (office, m) -> m.setScope(alias.apply(m), IntegrationScope.of("token")));
        rows.put(
                "set the domains of " + which,
                (office, m) -> m.setAllowedDomains(alias.apply(m), AllowedDomains.any()));
        rows.put("disconnect " + which, (office, m) -> m.disconnect(alias.apply(m)));
    }

    private static VaultIntegration connect(IntegrationManager manager, String alias, String type) {
        return manager.connect(alias, type, Settings.empty(), Fixture.renewing("x"));
    }

    private static LinkId own(IntegrationManager manager, String name) {
        return Office.own(actorOf(manager), name);
    }

    private static final Map<IntegrationManager, Actor> ACTORS = new ConcurrentHashMap<>();

    private static Actor actorOf(IntegrationManager manager) {
        return Objects.requireNonNull(ACTORS.get(manager));
    }

    /** Tries one row for one role in an office of its own. */
    static boolean permitted(AccessPolicy policy, String row, Role role) {
        Office office = new Office(
                new FakeVault(), builder -> builder.accessPolicy(policy).provider(new RuledVault()));
        try (office) {
            IntegrationManager manager = office.as(MAX);
            ACTORS.put(manager, MAX);
            furnish(office);
            office.roles.put(MAX, Set.of(role));
            return passes(() -> Objects.requireNonNull(ROWS.get(row)).tried(office, manager));
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
