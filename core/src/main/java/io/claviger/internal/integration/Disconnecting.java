package io.claviger.internal.integration;

import io.claviger.Actor;
import io.claviger.Disconnection;
import io.claviger.Disconnection.Revocation;
import io.claviger.internal.call.BoundedCalls;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.session.Revocations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

    Disconnection disconnect(String alias, Permission permission, Duration timeout) {
        CompletableFuture<Revocation> revocation = start(alias, permission, timeout);
        table.note(alias);
        return new Disconnection(alias, await(revocation, timeout));
    }

    private CompletableFuture<Revocation> start(String alias, Permission permission, Duration timeout) {
        return table.disconnect(alias, permission)
                .map(connection -> connection.retire(timeout))
                .orElse(CompletableFuture.completedFuture(Revocation.NOTHING_TO_REVOKE));
    }

    /** Drops all that an actor has before any vault is waited for. */
    List<Disconnection> forget(Actor actor, Duration timeout) {
        Map<String, CompletableFuture<Revocation>> ends = new TreeMap<>();
        for (Integration integration : table.all()) {
            startEnd(integration.alias(), actor, timeout).ifPresent(end -> ends.put(integration.alias(), end));
        }
        ends.keySet().forEach(table::note);
        await(Revocations.worst(ends.values().stream()), timeout);
        return ends.entrySet().stream()
                .map(end -> new Disconnection(end.getKey(), now(end.getValue(), timeout)))
                .toList();
    }

    // whom it belongs to is looked at again if it has changed hands: what is the team's by now stays connected
    private Optional<CompletableFuture<Revocation>> startEnd(String alias, Actor actor, Duration timeout) {
        while (true) {
            Integration now = table.find(alias).orElse(null);
            Connection connection = now == null ? null : now.connection();
            if (now == null || connection == null) {
                return Optional.empty();
            }
            if (!now.owner().is(actor)) {
                return Optional.ofNullable(connection.channels().remove(actor)).map(channel -> channel.retire(timeout));
            }
            if (table.disconnected(now)) {
                return Optional.of(connection.retire(timeout));
            }
        }
    }

    private Revocation now(CompletableFuture<Revocation> end, Duration timeout) {
        return end.isDone() ? await(end, timeout) : Revocation.FAILED;
    }

    void retire(List<Connection> former, Duration timeout) {
        former.stream().map(connection -> connection.retire(timeout)).toList().forEach(end -> await(end, timeout));
    }

    /** Makes sure that whoever connects while the manager closes leaves nothing open behind it. */
    void checkNotClosing(String alias) {
        Duration timeout = closing;
        if (timeout != null) {
            await(start(alias, Permission.ALWAYS, timeout), timeout);
            throw new IllegalStateException("This IntegrationManager is closed. Build another one.");
        }
    }

    void close(Duration timeout) {
        closing = timeout;
        List<CompletableFuture<?>> ends = new ArrayList<>();
        for (Integration integration : table.all()) {
            Optional<Connection> connection = table.disconnect(integration.alias(), Permission.ALWAYS);
            connection.ifPresent(open -> {
                ends.add(open.retire(timeout));
                ends.add(open.client().closed());
            });
        }
        CompletableFuture<Void> all = CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new));
        await(all.thenApply(done -> Revocation.REVOKED), timeout);
    }
}
