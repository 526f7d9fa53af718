package io.claviger.internal.manager;

import io.claviger.Actor;
import io.claviger.IntegrationSetup;
import io.claviger.IntegrationSetup.Sessions;
import io.claviger.Link;
import io.claviger.Operation;
import io.claviger.Setup;
import io.claviger.SetupImport;
import io.claviger.internal.integration.Integration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Export and import of a team's setup, under the rights of the host or one actor (S8). */
final class SetupAdmin {

    private final ManagerCore core;
    private final @Nullable Actor actor;
    private final Management management;

    SetupAdmin(ManagerCore core, @Nullable Actor actor) {
        this.core = core;
        this.actor = actor;
        this.management = new Management(core, actor);
    }

    /** What the team has; nothing of an actor, and no link to what an actor has. */
    Setup export() {
        return management.onAlias(Operation.EXPORT_SETUP, null, () -> {
            core.gate().check(actor, Operation.EXPORT_SETUP, null);
            return core.journal().exclusively(this::teams);
        });
    }

    private Setup teams() {
        List<IntegrationSetup> integrations = core.integrations().all().stream()
                .filter(integration -> integration.owner().actor().isEmpty())
                .map(SetupAdmin::shared)
                .toList();
        Set<String> aliases = integrations.stream().map(IntegrationSetup::alias).collect(Collectors.toSet());
        List<Link> links = ManagerCore.linksOf(core.links().now()).stream()
                .filter(link -> link.owner().actor().isEmpty())
                .filter(link -> aliases.contains(link.reference().alias()))
                .toList();
        return Setup.of(integrations, links);
    }

    static IntegrationSetup shared(Integration integration) {
        IntegrationSetup setup = integration.setup();
        return new IntegrationSetup(
                setup.alias(),
                setup.provider(),
                setup.owner(),
                setup.settings(),
                setup.scope(),
                setup.allowedDomains(),
                Sessions.NONE,
                Set.of());
    }

    SetupImport plan(Setup setup, SetupImport.Mode mode) {
        return management.onAlias(Operation.IMPORT_SETUP, null, () -> {
            core.gate().check(actor, Operation.IMPORT_SETUP, null);
            return new PlannedImport(core, actor, ImportDiff.of(core, setup, mode));
        });
    }
}
