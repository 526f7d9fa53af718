package io.claviger.internal.manager;

import io.claviger.Operation;
import io.claviger.Resolution;
import io.claviger.SecretReference;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.plan.Outcome;
import io.claviger.internal.plan.ReadPlan;
import java.util.concurrent.CompletableFuture;

/** The reads of one call by references that are written directly, held to what links say about the same secrets (T8). */
final class DirectReads {

    private final ManagerCore core;
    private final Rights rights;
    private final ReadPlan plan;

    DirectReads(ManagerCore core, Rights rights, ReadPlan plan) {
        this.core = core;
        this.rights = rights;
        this.plan = plan;
    }

    /** Makes sure that no link keeps the reference from being used. */
    void check(SecretReference reference) {
        Failure refusal = plan.restrictions().ofDirect(reference);
        if (refusal != null) {
            throw new FailureException(refusal);
        }
    }

    CompletableFuture<Outcome> start(SecretReference reference) {
        Failure refusal = plan.restrictions().ofDirect(reference);
        return refusal == null
                ? plan.start(core.directReference(reference)).thenApply(outcome -> confirmed(reference, outcome))
                : CompletableFuture.completedFuture(Outcome.failed(refusal));
    }

    Resolution resolution(SecretReference reference) {
        Failure refusal = plan.restrictions().ofDirect(reference);
        Outcome outcome = refusal == null
                ? confirmed(reference, plan.outcome(core.directReference(reference)))
                : Outcome.failed(refusal);
        return outcome.resolution(reference.toString(), reference);
    }

    // the right may have ended while the vault was asked (S12)
    private Outcome confirmed(SecretReference reference, Outcome outcome) {
        return rights.confirmed(Operation.RESOLVE_REFERENCE, reference, outcome);
    }
}
