package io.claviger.internal.integration;

import io.claviger.Disconnection.Revocation;
import io.claviger.internal.cache.CacheScope;
import io.claviger.internal.session.Revocations;
import io.claviger.internal.session.SessionKeeper;
import io.claviger.internal.session.SessionReads;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * One way to the secrets of a connection: a session and what was read in it, which come and go together. The shared one, or
 * the one of an actor who signed in (S9).
 *
 * @param keeper keeps the session
 * @param reads asks the vault in it
 * @param scope holds what was read
 * @param health what the last login and read said
 * @param listener is told what becomes of it
 */
public record Channel(
        SessionKeeper keeper, SessionReads reads, CacheScope scope, Health health, ChannelListener listener) {

    /** Drops values, ends leases and the session. */
    CompletableFuture<Revocation> retire(Duration timeout) {
        scope.retire();
        // leases first: they may need the session, which does not wait for them longer than half of the time
        Duration half = timeout.dividedBy(2);
        return reads.endLeases(half)
                .thenCompose(leases -> keeper.end(half).thenApply(session -> Revocations.worse(leases, session)))
                .whenComplete((revocation, impossible) -> listener.revoked(revocation));
    }
}
