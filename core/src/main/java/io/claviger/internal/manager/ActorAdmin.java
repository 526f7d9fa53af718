package io.claviger.internal.manager;

import io.claviger.Actor;
import io.claviger.Departure;
import io.claviger.Disconnection;
import io.claviger.Operation;
import io.claviger.internal.integration.Integration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows when an actor's roles change or an actor leaves (S12). */
final class ActorAdmin {

    private final ManagerCore core;
    private final @Nullable Actor actor;
    private final Management management;

    ActorAdmin(ManagerCore core, @Nullable Actor actor) {
        this.core = core;
        this.actor = actor;
        this.management = new Management(core, actor);
    }

    /** Rights are asked for at each use, so only what nobody uses has to be told: the watches, which every operation does. */
    void rolesChanged(Actor who) {
        management.onActor(Operation.MANAGE_ACTORS, who, () -> {
            core.gate().check(actor, Operation.MANAGE_ACTORS, null);
            return Boolean.TRUE;
        });
    }

    Departure forget(Actor who) {
        List<Runnable> refusals = new ArrayList<>();
        try {
            return management.onActor(Operation.MANAGE_ACTORS, who, () -> {
                core.gate().check(actor, Operation.MANAGE_ACTORS, null);
                refusals.add(core.scripts().resetAll(who));
                return depart(who);
            });
        } finally {
            // scripts that wait for an answer get it once the departure is recorded, or could not be kept
            refusals.forEach(Runnable::run);
        }
    }

    private Departure depart(Actor who) {
        // before their sessions: one that is just being opened is then not kept
        core.signIns().endOf(who);
        List<Disconnection> ended = new ArrayList<>(core.integrations().signOut(who, core.timeout()));
        personal(who)
                .forEach(integration -> ended.add(core.integrations().disconnect(integration.alias(), core.timeout())));
        core.journal().catchUp();
        return new Departure(ended, LinkAdmin.ownedBy(core.links().now(), who));
    }

    private List<Integration> personal(Actor who) {
        return core.integrations().all().stream()
                .filter(integration -> integration.owner().is(who) && integration.connection() != null)
                .sorted(Comparator.comparing(Integration::alias))
                .toList();
    }
}
