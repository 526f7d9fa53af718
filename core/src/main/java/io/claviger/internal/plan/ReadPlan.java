package io.claviger.internal.plan;

import io.claviger.AllowedDomains;
import io.claviger.Reason;
import io.claviger.SecretReference;
import io.claviger.SecretSnapshot;
import io.claviger.SecretValue;
import io.claviger.internal.cache.CacheScope;
import io.claviger.internal.cache.Cell;
import io.claviger.internal.cache.Entry;
import io.claviger.internal.cache.Fetched;
import io.claviger.internal.cache.Selection;
import io.claviger.internal.call.TurnsByActor;
import io.claviger.internal.call.Waiter;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.failure.Failures;
import io.claviger.internal.integration.Connection;
import io.claviger.internal.integration.Integration;
import io.claviger.internal.integration.Integrations;
import io.claviger.internal.link.Binding;
import io.claviger.internal.link.LinkTable;
import io.claviger.spi.Call;
import io.claviger.spi.Location;
import io.claviger.spi.Locator;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The reads of one call of a resolver: each secret is fetched once, however many of its fields are asked for, so that
 * they all come from one snapshot (C10). Fetches run side by side, under one deadline, and hold no thread of their own.
 */
public final class ReadPlan {

    private final Integrations integrations;
    private final Restrictions restrictions;
    private final Reader reader;
    private final TurnsByActor turns;
    private final Waiter waiter;
    private final Call call;
    private final Duration usualTimeout;
    private final Map<Binding, CompletableFuture<Outcome>> outcomes = new ConcurrentHashMap<>();
    private final Map<Secret, CompletableFuture<Fetched>> fetches = new ConcurrentHashMap<>();
    // one generation of each integration for the whole plan, unless it turns out void
    private final Map<String, Connection> connections = new ConcurrentHashMap<>();

    /**
     * Creates an empty plan.
     *
     * @param integrations where secrets are
     * @param links restrict what they point to, also where it is referred to directly (T8)
     * @param reader who reads, and what for
     * @param turns how much may be fetched at once
     * @param waiter waits for fetches
     * @param call the deadline of all
     * @param usualTimeout how long a read may take at least: others may come to wait for it who are more patient
     */
    public ReadPlan(
            Integrations integrations,
            LinkTable links,
            Reader reader,
            TurnsByActor turns,
            Waiter waiter,
            Call call,
            Duration usualTimeout) {
        this.integrations = integrations;
        this.restrictions = new Restrictions(integrations, links, reader);
        this.reader = reader;
        this.turns = turns;
        this.waiter = waiter;
        this.call = call;
        this.usualTimeout = usualTimeout;
    }

    /**
     * Starts to fetch the secret of a binding, unless that was started already.
     *
     * @param binding whose value is asked for
     * @return completes with its value or why there is none, never exceptionally, and perhaps after the deadline
     */
    public CompletableFuture<Outcome> start(Binding binding) {
        CompletableFuture<Outcome> known = outcomes.get(binding);
        if (known != null) {
            return known;
        }
        // not inside the map's own operation: on an executor that runs at once this reads the vault
        CompletableFuture<Outcome> mine = outcomeOf(binding);
        CompletableFuture<Outcome> other = outcomes.putIfAbsent(binding, mine);
        return other == null ? mine : other;
    }

    /**
     * Returns what becomes of a binding, after waiting for its secret.
     *
     * @param binding whose value is asked for
     * @return its value, or why there is none
     */
    public Outcome outcome(Binding binding) {
        try {
            return waiter.await(start(binding), call.remaining());
        } catch (FailureException late) {
            return Outcome.failed(late.failure());
        }
    }

    private CompletableFuture<Outcome> outcomeOf(Binding binding) {
        return attempt(binding).exceptionally(thrown -> Outcome.failed(Failures.of(thrown)));
    }

    private CompletableFuture<Outcome> attempt(Binding binding) {
        try {
            Secret secret = secret(binding.reference());
            CompletableFuture<Fetched> fetch = fetch(secret);
            return fetch.thenCompose(fetched -> concluded(binding, secret, fetch, fetched));
        } catch (FailureException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletableFuture<Outcome> concluded(
            Binding binding, Secret secret, CompletableFuture<Fetched> fetch, Fetched fetched) {
        SecretSnapshot snapshot = fetched.snapshot();
        if (snapshot != null && limitsHold(binding.reference().alias(), secret)) {
            return CompletableFuture.completedFuture(select(binding, secret, snapshot, fetched));
        }
        // a reset, a disconnect or a new limit overtook the fetch: what it brought is void
        fetches.remove(secret, fetch);
        connections.remove(binding.reference().alias(), secret.connection());
        return attempt(binding);
    }

    // else the reference was checked against limits that were changed before its fetch began
    private boolean limitsHold(String alias, Secret secret) {
        return integrations
                .find(alias)
                .filter(now -> now.limits().equals(secret.limits()))
                .isPresent();
    }

    private Outcome select(Binding binding, Secret secret, SecretSnapshot snapshot, Fetched fetched) {
        Entry entry = fetched.entry();
        Cell cell = entry == null || fetched.stale() ? null : entry.cell(secret.field());
        if (cell != null && !binding.guarded() && !secret.guarded()) {
            // what was read in one actor's session is found by that actor only (S9)
            place(binding, secret.connection()).remember(cell);
        }
        SecretValue selected = cell == null ? null : cell.value();
        return Optional.ofNullable(selected)
                .or(() -> Selection.of(snapshot, secret.field()))
                .map(value -> Outcome.found(fetched, snapshot, value))
                .orElseGet(() -> Outcome.missing(fetched, snapshot, secret.field()));
    }

    private Binding place(Binding binding, Connection connection) {
        return connection.shared() ? binding : binding.of(reader.actor());
    }

    private CompletableFuture<Fetched> fetch(Secret secret) {
        CompletableFuture<Fetched> known = fetches.get(secret);
        if (known != null) {
            return known;
        }
        CompletableFuture<Fetched> mine = fetchInTurn(secret);
        CompletableFuture<Fetched> other = fetches.putIfAbsent(secret, mine);
        return other == null ? mine : other;
    }

    private CompletableFuture<Fetched> fetchInTurn(Secret secret) {
        CacheScope scope = secret.channel().scope();
        return scope.answers(secret.locator())
                ? scope.fetch(secret.locator(), loadTimeout())
                : turns.take(reader.actor(), call.remaining(), () -> scope.fetch(secret.locator(), loadTimeout()));
    }

    private Duration loadTimeout() {
        Duration remaining = call.remaining();
        if (remaining.isZero()) {
            throw new FailureException(Failure.of(Reason.UNREACHABLE, "The deadline passed."));
        }
        return remaining.compareTo(usualTimeout) < 0 ? usualTimeout : remaining;
    }

    /**
     * Reads the secret of a reference again because a service has refused it, and the version before it where the vault
     * keeps one.
     *
     * @param reference where the value lives
     * @return completes with the current version first, or with a {@link FailureException}
     */
    public CompletableFuture<Candidates> candidates(SecretReference reference) {
        try {
            Secret secret = secret(reference);
            CacheScope scope = secret.channel().scope();
            return turns.take(reader.actor(), call.remaining(), () -> scope.refetch(secret.locator(), loadTimeout()))
                    .thenCompose(fetched -> {
                        SecretSnapshot current = fetched.snapshot();
                        if (current == null || !limitsHold(reference.alias(), secret)) {
                            connections.remove(reference.alias(), secret.connection());
                            return candidates(reference);
                        }
                        return withPrevious(secret, fetched, current);
                    });
        } catch (FailureException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    // a previous version that cannot be had is none: the current one is what counts
    private CompletableFuture<Candidates> withPrevious(Secret secret, Fetched fetched, SecretSnapshot current) {
        Optional<Locator> previous =
                secret.connection().previousVersion(secret.locator(), current).filter(secret.limits()::allows);
        if (previous.isEmpty()) {
            return CompletableFuture.completedFuture(new Candidates(current, null, secret.field()));
        }
        return secret.channel()
                .scope()
                .fetchAlong(previous.get(), fetched, loadTimeout())
                .handle((before, thrown) ->
                        new Candidates(current, before == null ? null : before.snapshot(), secret.field()));
    }

    private Secret secret(SecretReference reference) {
        Integration integration = integrations
                .find(reference.alias())
                .orElseThrow(() -> new FailureException(
                        Failure.of(Reason.DISCONNECTED, "No integration has the alias " + reference.alias() + ".")));
        checkTarget(integration.limits().allowedDomains());
        Connection connection = connections.computeIfAbsent(reference.alias(), alias -> connection(integration));
        Location location = Restrictions.located(connection, reference);
        integration.checkScope(location.locator());
        return new Secret(connection, connection.channel(reader.actor()), location, integration.limits());
    }

    private static Connection connection(Integration integration) {
        Connection connection = integration.connection();
        if (connection == null) {
            throw new FailureException(
                    Failure.of(Reason.DISCONNECTED, "The integration " + integration.alias() + " is disconnected."));
        }
        return connection;
    }

    private void checkTarget(AllowedDomains domains) {
        if (!reader.maySend(domains)) {
            throw new FailureException(reader.targetRefused());
        }
    }

    /**
     * Returns what links say about secrets that are not read through them.
     *
     * @return the restrictions
     */
    public Restrictions restrictions() {
        return restrictions;
    }
}
