package io.claviger.internal.session;

import io.claviger.Disconnection.Revocation;
import java.util.concurrent.CompletableFuture;

/** How attempts to end something in a vault ended. A failed one never fails anything else (S7). */
final class Revocations {

    private Revocations() {}

    /** Completes with what an attempt means, never exceptionally. */
    static CompletableFuture<Revocation> of(CompletableFuture<Boolean> attempt) {
        return attempt.handle((revoked, thrown) -> {
            if (thrown != null) {
                return Revocation.FAILED;
            }
            return revoked ? Revocation.REVOKED : Revocation.NOTHING_TO_REVOKE;
        });
    }

    /** Of two ends, the one that a host must know of. */
    static Revocation worse(Revocation one, Revocation other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
