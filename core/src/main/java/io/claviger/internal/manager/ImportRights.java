package io.claviger.internal.manager;

import io.claviger.Actor;
import io.claviger.IntegrationSetup;
import io.claviger.Link;
import io.claviger.Operation;
import io.claviger.Owner;
import io.claviger.internal.discovery.ProviderEntry;
import io.claviger.internal.integration.ImportStep;
import io.claviger.internal.integration.Integration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rights to do by hand what an import stands for (S8). */
final class ImportRights {

    private final ManagerCore core;
    private final @Nullable Actor actor;

    ImportRights(ManagerCore core, @Nullable Actor actor) {
        this.core = core;
        this.actor = actor;
    }

    /** Lets the actor pass who may do all of it. */
    void check(ImportDiff diff) {
        core.gate().check(actor, Operation.IMPORT_SETUP, null);
        Map<String, ProviderEntry> added = new HashMap<>();
        for (ImportStep step : diff.steps()) {
            check(step, diff.integrations().get(step.alias()));
            if (step.kind() == ImportStep.Kind.ADD) {
                added.put(step.alias(), step.provider());
            }
        }
        if (!diff.linkChanges().isEmpty()) {
            core.gate().check(actor, Operation.CHANGE_LINKS, null);
        }
        diff.linkChanges().values().stream()
                .flatMap(Optional::stream)
                .map(Link::reference)
                .forEach(reference -> check(
                        Operation.RESOLVE_NAME,
                        diff.integrations().get(reference.alias()),
                        added.get(reference.alias())));
    }

    private void check(ImportStep step, @Nullable Integration now) {
        IntegrationSetup target = step.target();
        switch (step.kind()) {
            case ADD -> {
                check(Operation.CONNECT, null, step.provider());
                if (target.scope().restricted() || target.allowedDomains().restricted()) {
                    check(Operation.CHANGE_SCOPE, null, step.provider());
                }
            }
            case RESET -> {
                check(Operation.EDIT, now, null);
                check(Operation.DISCONNECT, now, null);
                if (now != null && !sameLimits(now, target)) {
                    check(Operation.CHANGE_SCOPE, now, null);
                }
            }
            case LIMIT -> check(Operation.CHANGE_SCOPE, now, null);
            case REMOVE -> check(Operation.DISCONNECT, now, null);
        }
    }

    private static boolean sameLimits(Integration now, IntegrationSetup target) {
        return now.limits().scope().equals(target.scope())
                && now.limits().allowedDomains().equals(target.allowedDomains());
    }

    // what is not there yet will be the team's
    private void check(Operation operation, @Nullable Integration now, @Nullable ProviderEntry added) {
        if (actor != null && now == null && added != null) {
            core.gate()
                    .check(core.gate()
                            .request(actor, operation, null)
                            .about(Owner.team(), added.descriptor().administration()));
        } else {
            core.gate().check(actor, operation, now);
        }
    }
}
