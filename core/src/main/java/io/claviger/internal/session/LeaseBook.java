package io.claviger.internal.session;

import io.claviger.Disconnection.Revocation;
import io.claviger.SecretLease;
import io.claviger.internal.client.OpenClient;
import io.claviger.spi.Session;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The leases that are alive, each with the session that it was made in: superseded ones too, because connections may still
 * use them, until they run out or the integration is disconnected (C9).
 */
public final class LeaseBook {

    private final OpenClient client;
    private final SessionContext context;
    private final Map<SecretLease, Alive> alive = new ConcurrentHashMap<>();
    private final AtomicLong added = new AtomicLong();
    private volatile boolean ended;

    /**
     * Creates an empty book.
     *
     * @param client the client of the sessions
     * @param context what all sessions share
     */
    public LeaseBook(OpenClient client, SessionContext context) {
        this.client = client;
        this.context = context;
    }

    void add(SecretLease lease, Session session) {
        alive.values().removeIf(known -> known.life.over());
        UpstreamLife life = new UpstreamLife(context.time(), lease.length());
        alive.put(lease, new Alive(added.getAndIncrement(), session, life));
        if (ended) {
            // made by a read that was under way when all were ended; its call still keeps the client open
            abandon(lease);
        }
    }

    /** Returns how many nanoseconds the last lease of a session still lives; none or fewer if there is none. */
    long left(Session session) {
        return alive.values().stream()
                .filter(known -> known.session == session)
                .mapToLong(known -> known.life.left())
                .max()
                .orElse(0);
    }

    CompletableFuture<Optional<Duration>> renew(SecretLease lease, Duration timeout) {
        Alive known = alive.get(lease);
        if (known == null) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return client.call(context.calls(), timeout, call -> known.session.renewLease(lease, call))
                .whenComplete((length, thrown) -> {
                    if (thrown == null && length.isPresent()) {
                        known.life.renewed(length.get());
                    }
                });
    }

    /** Ends a lease that nobody received. Does not wait. */
    void abandon(SecretLease lease) {
        var unused = revoke(lease, context.timeout());
    }

    /** Ends all, and whatever is added from now on. Completes with the worst that became of one, never exceptionally. */
    CompletableFuture<Revocation> endAll(Duration timeout) {
        ended = true;
        // all are begun before any is waited for
        List<CompletableFuture<Revocation>> ends = alive.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> entry.getValue().number))
                .map(entry -> revoke(entry.getKey(), timeout))
                .toList();
        return Revocations.worst(ends.stream());
    }

    private CompletableFuture<Revocation> revoke(SecretLease lease, Duration timeout) {
        Alive known = alive.remove(lease);
        if (known == null || known.life.over()) {
            return CompletableFuture.completedFuture(Revocation.NOTHING_TO_REVOKE);
        }
        return Revocations.of(client.call(context.calls(), timeout, call -> known.session.revokeLease(lease, call)));
    }

    /** One lease that is alive. */
    private record Alive(long number, Session session, UpstreamLife life) {}
}
