package io.claviger.internal.session;

import io.claviger.Disconnection.Revocation;
import io.claviger.internal.failure.Failures;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** How attempts to end something in a vault ended. A failed one never fails anything else (S7). */
public final class Revocations {

    private Revocations() {}

    /**
     * Returns what became of one attempt.
     *
     * @param attempt completes with whether the vault confirmed it or there was nothing to end
     * @return completes with what that means, never exceptionally
     */
    static CompletableFuture<Revocation> of(CompletableFuture<Boolean> attempt) {
        return attempt.handle((revoked, thrown) -> {
            if (thrown != null) {
                // what was made in a session has ended with it
                return Failures.of(thrown).sessionEnded() ? Revocation.NOTHING_TO_REVOKE : Revocation.FAILED;
            }
            return revoked ? Revocation.REVOKED : Revocation.NOTHING_TO_REVOKE;
        });
    }

    /**
     * Returns what a host must know of several attempts that are under way.
     *
     * @param ends each completes with what became of one
     * @return completes with the worst, or with nothing to revoke if there is none
     */
    public static CompletableFuture<Revocation> worst(Stream<CompletableFuture<Revocation>> ends) {
        return ends.reduce((one, other) -> one.thenCombine(other, Revocations::worse))
                .orElseGet(() -> CompletableFuture.completedFuture(Revocation.NOTHING_TO_REVOKE));
    }

    /**
     * Returns what a host must know of two attempts.
     *
     * @param one what became of one
     * @param other what became of the other
     * @return the worse
     */
    public static Revocation worse(Revocation one, Revocation other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
