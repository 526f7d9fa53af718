package io.claviger.internal.manager;

import io.claviger.AccessRefusedException;
import io.claviger.Actor;
import io.claviger.Operation;
import io.claviger.SecretReference;
import io.claviger.event.VaultEvent;
import io.claviger.event.VaultEvent.Outcome;
import io.claviger.internal.integration.Integration;
import org.jspecify.annotations.Nullable;

/**
 * What the host or one actor may resolve and see. The host passes at the cost of one comparison; a refused attempt is an
 * event.
 */
final class Rights {

    private final ManagerCore core;
    private final @Nullable Actor actor;

    Rights(ManagerCore core, @Nullable Actor actor) {
        this.core = core;
        this.actor = actor;
    }

    /** Checks the right to resolve names at all. */
    void checkNames() {
        check(Operation.RESOLVE_NAME, null);
    }

    /** Checks the right to resolve a name that is linked to a reference. */
    void checkName(SecretReference reference) {
        check(Operation.RESOLVE_NAME, reference);
    }

    /** Checks the right to resolve a reference that is written directly. */
    void checkReference(SecretReference reference) {
        check(Operation.RESOLVE_REFERENCE, reference);
    }

    /** Checks the right to see integrations and links. */
    void checkInspect() {
        check(Operation.INSPECT, null);
    }

    private void check(Operation operation, @Nullable SecretReference reference) {
        if (actor != null) {
            Integration about = reference == null
                    ? null
                    : core.integrations().find(reference.alias()).orElse(null);
            try {
                core.gate().check(actor, operation, about);
            } catch (AccessRefusedException e) {
                core.events()
                        .publish(core.events()
                                .event(VaultEvent.Type.MANAGEMENT, Outcome.REFUSED)
                                .operation(operation)
                                .actor(actor)
                                .alias(about == null ? null : about.alias()));
                throw e;
            }
        }
    }
}
