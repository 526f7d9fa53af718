package io.claviger.internal.integration;

import io.claviger.Actor;
import io.claviger.Disconnection;
import io.claviger.Disconnection.Revocation;
import io.claviger.internal.call.BoundedCalls;
import io.claviger.internal.failure.FailureException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Ends connections and sessions: at once here, and in the vault within a time that the caller gives. */
final class Disconnecting {

    private final IntegrationTable table;
    private final BoundedCalls calls;
    // how long closing may take; null while the manager is open
    private volatile @Nullable Duration closing;

    Disconnecting(IntegrationTable table, BoundedCalls calls) {
        this.table = table;
        this.calls = calls;
    }

    /** Ends a connection that was never used: there is nothing to wait for. */
    static void abandon(Connection connection) {
        var unused = connection.retire(Duration.ofSeconds(1));
    }

    /** Waits for the vault. What it does not confirm in time goes on without us. */
    Revocation await(CompletableFuture<Revocation> revocation, Duration timeout) {
        try {
            return calls.waiter().await(revocation, timeout);
        } catch (FailureException late) {
            return Revocation.FAILED;
        }
    }

    Disconnection disconnect(String alias, Duration timeout) {
        CompletableFuture<Revocation> revocation = start(alias, timeout);
        table.note(alias);
        return new Disconnection(alias, await(revocation, timeout));
    }

    private CompletableFuture<Revocation> start(String alias, Duration timeout) {
        return table.disconnect(alias)
                .map(connection -> connection.retire(timeout))
                .orElse(CompletableFuture.completedFuture(Revocation.NOTHING_TO_REVOKE));
    }

    List<Disconnection> signOut(Actor actor, Duration timeout) {
        List<Disconnection> ended = new ArrayList<>();
        for (Integration integration : table.all()) {
            Connection connection = integration.connection();
            Channel channel = connection == null ? null : connection.channels().remove(actor);
            if (channel != null) {
                ended.add(new Disconnection(integration.alias(), await(channel.retire(timeout), timeout)));
            }
        }
        return ended;
    }

    void retire(List<Connection> former, Duration timeout) {
        former.stream().map(connection -> connection.retire(timeout)).toList().forEach(end -> await(end, timeout));
    }

    /** Makes sure that whoever connects while the manager closes leaves nothing open behind it. */
    void checkNotClosing(String alias) {
        Duration timeout = closing;
        if (timeout != null) {
            await(start(alias, timeout), timeout);
            throw new IllegalStateException("This IntegrationManager is closed. Build another one.");
        }
    }

    void close(Duration timeout) {
        closing = timeout;
        List<CompletableFuture<?>> ends = new ArrayList<>();
        for (Integration integration : table.all()) {
            Optional<Connection> connection = table.disconnect(integration.alias());
            connection.ifPresent(open -> {
                ends.add(open.retire(timeout));
                ends.add(open.client().closed());
            });
        }
        CompletableFuture<Void> all = CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new));
        await(all.thenApply(done -> Revocation.REVOKED), timeout);
    }
}
