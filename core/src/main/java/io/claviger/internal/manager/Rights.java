package io.claviger.internal.manager;

import io.claviger.Actor;
import io.claviger.Operation;
import io.claviger.SecretReference;
import org.jspecify.annotations.Nullable;

/** What the host or one actor may resolve. The host passes at the cost of one comparison. */
final class Rights {

    private final ManagerCore core;
    private final @Nullable Actor actor;

    Rights(ManagerCore core, @Nullable Actor actor) {
        this.core = core;
        this.actor = actor;
    }

    /** Checks the right to resolve names at all. */
    void checkNames() {
        if (actor != null) {
            core.gate().check(actor, Operation.RESOLVE_NAME, null);
        }
    }

    /** Checks the right to resolve a name that is linked to a reference. */
    void checkName(SecretReference reference) {
        check(Operation.RESOLVE_NAME, reference);
    }

    /** Checks the right to resolve a reference that is written directly. */
    void checkReference(SecretReference reference) {
        check(Operation.RESOLVE_REFERENCE, reference);
    }

    private void check(Operation operation, SecretReference reference) {
        if (actor != null) {
            core.gate()
                    .check(
                            actor,
                            operation,
                            core.integrations().find(reference.alias()).orElse(null));
        }
    }
}
