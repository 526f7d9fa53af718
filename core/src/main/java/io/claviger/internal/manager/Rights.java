package io.claviger.internal.manager;

import io.claviger.AccessRefusedException;
import io.claviger.Actor;
import io.claviger.Operation;
import io.claviger.Reason;
import io.claviger.SecretReference;
import io.claviger.event.VaultEvent;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.integration.Integration;
import io.claviger.internal.plan.Outcome;
import io.claviger.internal.text.SafeText;
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

    /** Whether there is anything that may be refused. */
    boolean limited() {
        return actor != null;
    }

    /** Checks the right to resolve names at all. */
    void checkNames() {
        check(Operation.RESOLVE_NAME, null, null);
    }

    /** Checks the right to resolve a name that is linked to a reference. */
    void checkName(String name, SecretReference reference) {
        check(Operation.RESOLVE_NAME, name, reference);
    }

    /**
     * Returns the refusal of a name that is linked to a reference, {@code null} if it may be resolved.
     *
     * @throws AccessRefusedException if this one may resolve no name at all
     */
    @Nullable
    AccessRefusedException refusal(String name, SecretReference reference) {
        try {
            checkName(name, reference);
            return null;
        } catch (AccessRefusedException refused) {
            core.gate().check(actor, Operation.RESOLVE_NAME, null);
            return refused;
        }
    }

    /** Checks the right to resolve a reference that is written directly. */
    void checkReference(SecretReference reference) {
        check(Operation.RESOLVE_REFERENCE, null, reference);
    }

    /** Throws away what was read for somebody whose right to it ended meanwhile (S12). */
    Outcome confirmed(Operation operation, SecretReference reference, Outcome outcome) {
        if (actor == null) {
            return outcome;
        }
        try {
            check(operation, null, reference);
            return outcome;
        } catch (AccessRefusedException refused) {
            return Outcome.failed(Failure.of(Reason.ROLE_NOT_PERMITTED, "It was taken away during the read."));
        }
    }

    /** Checks the right to see integrations and links. */
    void checkInspect() {
        check(Operation.INSPECT, null, null);
    }

    private void check(Operation operation, @Nullable String name, @Nullable SecretReference reference) {
        if (actor != null) {
            Integration about = reference == null
                    ? null
                    : core.integrations().find(reference.alias()).orElse(null);
            try {
                core.gate().check(actor, operation, about);
            } catch (AccessRefusedException e) {
                core.events()
                        .publish(core.events()
                                .event(VaultEvent.Type.MANAGEMENT, VaultEvent.Outcome.REFUSED)
                                .operation(operation)
                                .actor(actor)
                                .alias(about == null ? null : about.alias())
                                .name(name == null ? null : SafeText.bounded(name)));
                throw e;
            }
        }
    }
}
