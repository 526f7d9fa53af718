package io.claviger.internal.session;

import io.claviger.Disconnection.Revocation;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Sessions that are not used any more although their vault may still accept them, because their time was over by the
 * library's own reckoning: they were not to live longer, or a clock was set. What was made in them lives as long as they
 * do, so each is ended in the vault once no lease of it is alive, and at the latest with the integration (S7, C9).
 */
final class PastSessions {

    private final SessionContext context;
    private final LeaseBook leases;
    private final BiFunction<HeldSession, Duration, CompletableFuture<Revocation>> revoke;
    private final Consumer<Revocation> revoked;
    private final Queue<HeldSession> kept = new ConcurrentLinkedQueue<>();
    private volatile boolean ended;

    /**
     * Creates a place for past sessions.
     *
     * @param revoke ends one in the vault, within a time
     * @param revoked is told what became of one that was ended before the integration
     */
    PastSessions(
            SessionContext context,
            LeaseBook leases,
            BiFunction<HeldSession, Duration, CompletableFuture<Revocation>> revoke,
            Consumer<Revocation> revoked) {
        this.context = context;
        this.leases = leases;
        this.revoke = revoke;
        this.revoked = revoked;
    }

    void add(HeldSession past) {
        if (!past.mayLiveInVault()) {
            return;
        }
        kept.add(past);
        if (ended) {
            revokeNow(past);
        } else {
            // a read that is under way in it may still bring a lease
            lookIn(past, context.timeout().toNanos());
        }
    }

    private void lookIn(HeldSession past, long nanos) {
        long at = context.agenda().roundedUp(context.clock().nanos() + nanos);
        var unused = context.agenda().at(at, () -> look(past));
    }

    private void look(HeldSession past) {
        long inUse = leases.left(past.session());
        if (!past.mayLiveInVault()) {
            kept.remove(past);
        } else if (inUse <= 0) {
            revokeNow(past);
        } else if (kept.contains(past)) {
            lookIn(past, inUse);
        }
    }

    private void revokeNow(HeldSession past) {
        if (kept.remove(past)) {
            var unused = revoke.apply(past, context.timeout()).thenAccept(revoked);
        }
    }

    /** Ends all, and whatever is added from now on. */
    Stream<CompletableFuture<Revocation>> endAll(Duration timeout) {
        ended = true;
        return List.copyOf(kept).stream()
                .filter(kept::remove)
                .filter(HeldSession::mayLiveInVault)
                .map(past -> revoke.apply(past, timeout));
    }
}
