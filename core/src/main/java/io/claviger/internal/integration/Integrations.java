package io.claviger.internal.integration;

import io.claviger.Actor;
import io.claviger.ConfigurationException;
import io.claviger.CredentialSource;
import io.claviger.Disconnection;
import io.claviger.Disconnection.Revocation;
import io.claviger.Owner;
import io.claviger.Settings;
import io.claviger.internal.cache.SecretCache;
import io.claviger.internal.call.BoundedCalls;
import io.claviger.internal.discovery.ProviderEntry;
import io.claviger.internal.event.EventBus;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.reference.ReferenceRules;
import io.claviger.internal.session.Revocations;
import io.claviger.internal.session.SessionContext;
import io.claviger.internal.text.SafeText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The integrations of one manager, and what is done to them. Each operation replaces an {@link Integration} as a whole,
 * and only if nobody else has replaced it meanwhile; vaults are contacted before or after that, never during it (C13).
 */
public final class Integrations {

    private final ConcurrentHashMap<String, Integration> byAlias = new ConcurrentHashMap<>();
    private final ConnectionFactory connections;
    private final BoundedCalls calls;
    // how long closing may take; null while the manager is open
    private volatile @Nullable Duration closing;

    /**
     * Creates an empty set of integrations.
     *
     * @param cache holds the secrets of all of them
     * @param context what all their sessions share
     * @param events is told what happens
     */
    public Integrations(SecretCache cache, SessionContext context, EventBus events) {
        this.connections = new ConnectionFactory(cache, context, events);
        this.calls = context.calls();
    }

    /**
     * Returns one integration.
     *
     * @param alias its alias
     * @return the integration as it is now; empty if there is none
     */
    public Optional<Integration> find(String alias) {
        return Optional.ofNullable(byAlias.get(alias));
    }

    /**
     * Returns one integration that must be there.
     *
     * @param alias its alias
     * @return the integration as it is now
     * @throws ConfigurationException if there is none
     */
    public Integration require(String alias) {
        return find(alias)
                .orElseThrow(() -> new ConfigurationException("There is no integration with the alias "
                        + SafeText.of(alias) + ". Connect it, or correct the alias."));
    }

    /**
     * Returns all integrations.
     *
     * @return the integrations as they are now, in no order
     */
    public Collection<Integration> all() {
        return List.copyOf(byAlias.values());
    }

    /**
     * Connects a new integration, or one that was disconnected.
     *
     * @param alias the host's name for it
     * @param provider its kind of vault
     * @param owner whom a new one will belong to; one that was disconnected keeps its owner
     * @param settings how to reach the vault
     * @param source where credentials come from
     * @return the integration
     * @throws ConfigurationException if the alias is malformed or taken, or the settings do not fit
     */
    public Integration connect(
            String alias, ProviderEntry provider, Owner owner, Settings settings, CredentialSource source) {
        ReferenceRules.checkAlias(alias);
        Integration before = byAlias.get(alias);
        checkFree(before, provider);
        Integration base = before == null ? Integration.planned(alias, provider, owner, settings) : before;
        Connection connection = connections.open(base, settings, source, Optional.empty());
        Integration after = base.connected(connection);
        if (!replace(alias, before, after)) {
            abandon(connection);
            throw changedMeanwhile(alias);
        }
        closeIfLate(alias);
        return after;
    }

    // one that was never used: there is nothing to wait for
    private static void abandon(Connection connection) {
        var unused = connection.retire(Duration.ofSeconds(1));
    }

    // whoever connects while the manager closes leaves nothing open behind it
    private void closeIfLate(String alias) {
        Duration timeout = closing;
        if (timeout != null) {
            disconnect(alias, timeout);
            throw new IllegalStateException("This IntegrationManager is closed. Build another one.");
        }
    }

    private static void checkFree(@Nullable Integration before, ProviderEntry provider) {
        if (before != null && before.connection() != null) {
            throw new ConfigurationException("The alias " + before.alias()
                    + " is taken by a connected integration. Choose another alias, or edit or disconnect that one.");
        }
        if (before != null && !before.provider().type().equals(provider.type())) {
            throw new ConfigurationException("The alias " + before.alias()
                    + " belongs to a disconnected integration of type "
                    + before.provider().type() + ". Choose another alias for one of type " + provider.type() + ".");
        }
    }

    /**
     * Changes settings, and the source of credentials if one is given.
     *
     * @param alias the alias
     * @param settings all settings
     * @param source where credentials come from now; {@code null} to keep the source
     * @param timeout how long the former session's end may take
     * @return the integration
     * @throws ConfigurationException if it is not connected, or the settings do not fit, or they move credentials
     */
    public Integration edit(String alias, Settings settings, @Nullable CredentialSource source, Duration timeout) {
        Integration before = require(alias);
        Connection former = connected(before);
        boolean moves = SettingsRules.movesCredentials(before.provider().descriptor(), before.settings(), settings);
        if (source == null && moves) {
            throw new ConfigurationException("The change sends credentials elsewhere. Give new credentials with it.");
        }
        Connection next = source == null
                ? connections.open(before, settings, former.source(), provenIdentity(former))
                : connections.open(before, settings, source, Optional.empty());
        Integration after = before.connected(next);
        if (!replace(alias, before, after)) {
            abandon(next);
            throw changedMeanwhile(alias);
        }
        settled(former.retire(timeout), timeout);
        return after;
    }

    // the credentials stay the same, so whom they prove stays the same
    private static Optional<String> provenIdentity(Connection former) {
        return former.shared() ? former.channel(null).keeper().identity() : Optional.empty();
    }

    /**
     * Logs in with new credentials, and puts the new session in the place of the former one.
     *
     * @param alias the alias
     * @param source where credentials come from now
     * @param timeout how long the login may take
     * @return the integration
     * @throws ConfigurationException if it is not connected, people sign in one by one, or the new session is somebody
     *     else's
     * @throws io.claviger.internal.failure.FailureException if the login fails; then nothing has changed
     */
    public Integration reauthenticate(String alias, CredentialSource source, Duration timeout) {
        Integration before = require(alias);
        Connection former = connected(before);
        if (!former.shared()) {
            throw changedMeanwhile(alias);
        }
        Connection next = connections.succeed(before, former, source);
        // stays open until a session that is not wanted after all is revoked
        former.client().enter();
        try {
            logIn(next.channel(null), timeout);
            checkSameIdentity(former.channel(null), next.channel(null));
            Integration after = before.connected(next);
            if (!replace(alias, before, after)) {
                throw changedMeanwhile(alias);
            }
            settled(former.retireKeepingClient(timeout), timeout);
            return after;
        } catch (RuntimeException e) {
            settled(next.retireKeepingClient(timeout), timeout);
            throw e;
        } finally {
            former.client().exit();
        }
    }

    /**
     * Signs somebody in to an integration where people sign in one by one.
     *
     * @param alias the alias
     * @param source where their credentials come from
     * @param actor who signs in; {@code null} for the host itself
     * @param timeout how long the login may take
     * @return the integration
     * @throws ConfigurationException if it is not connected, has a shared session, or the new session is somebody else's
     * @throws io.claviger.internal.failure.FailureException if the login fails; then nothing has changed
     */
    public Integration signIn(String alias, CredentialSource source, @Nullable Actor actor, Duration timeout) {
        Integration integration = require(alias);
        Connection connection = connected(integration);
        if (connection.shared()) {
            throw changedMeanwhile(alias);
        }
        long departed = connection.channels().departures();
        // stays open until a session that is not wanted after all is revoked
        connection.client().enter();
        Channel former = connection.channels().find(actor).orElse(null);
        Channel next = connections.personal(integration, connection, source, actor);
        try {
            logIn(next, timeout);
            if (former != null) {
                checkSameIdentity(former, next);
            }
            if (!connection.channels().replace(actor, former, next, departed)) {
                throw changedMeanwhile(alias);
            }
        } catch (RuntimeException e) {
            settled(next.retire(timeout), timeout);
            throw e;
        } finally {
            connection.client().exit();
        }
        if (former != null) {
            settled(former.retire(timeout), timeout);
        }
        return integration;
    }

    private void logIn(Channel channel, Duration timeout) {
        var unused = calls.waiter().await(channel.keeper().session(timeout), timeout);
    }

    private static void checkSameIdentity(Channel former, Channel next) {
        Optional<String> was = former.keeper().identity();
        Optional<String> is = next.keeper().identity();
        if (was.isPresent() && is.isPresent() && !was.equals(is)) {
            throw new ConfigurationException("The new credentials are another identity's than the session before."
                    + " Use credentials of the same one, or disconnect and connect again.");
        }
    }

    /**
     * Changes what may be read through an integration and where its values may be sent. What is cached is dropped, so that
     * nothing outside of it is served any more.
     *
     * @param alias the alias
     * @param change gives the new limits for the old ones
     * @return the integration
     * @throws ConfigurationException if there is no such integration
     */
    public Integration limit(String alias, UnaryOperator<Limits> change) {
        Integration after = update(alias, before -> before.limited(change.apply(before.limits())));
        dropValues(after);
        return after;
    }

    /**
     * Gives an integration to the team, or to another actor.
     *
     * @param alias the alias
     * @param owner whom it belongs to from now on
     * @return the integration
     * @throws ConfigurationException if there is no such integration
     */
    public Integration give(String alias, Owner owner) {
        return update(alias, before -> before.ownedBy(owner));
    }

    private Integration update(String alias, UnaryOperator<Integration> change) {
        while (true) {
            Integration before = require(alias);
            Integration after = change.apply(before);
            if (replace(alias, before, after)) {
                return after;
            }
        }
    }

    private static void dropValues(Integration integration) {
        Connection connection = integration.connection();
        if (connection != null) {
            connection.all().forEach(channel -> channel.scope().reset());
        }
    }

    /**
     * Ends what an actor has: signs them out everywhere, disconnects their own integrations, and drops all that they have
     * read so, before any vault is waited for (S12).
     *
     * @param actor who
     * @param timeout how long the vaults may take, all together
     * @return what was ended, by alias
     */
    public List<Disconnection> forget(Actor actor, Duration timeout) {
        Map<String, CompletableFuture<Revocation>> ends = new TreeMap<>();
        for (Integration integration : all()) {
            CompletableFuture<Revocation> end = startEnd(integration, actor, timeout);
            if (end != null) {
                ends.put(integration.alias(), end);
            }
        }
        settled(Revocations.worst(ends.values().stream()), timeout);
        return ends.entrySet().stream()
                .map(end -> new Disconnection(end.getKey(), now(end.getValue(), timeout)))
                .toList();
    }

    private Revocation now(CompletableFuture<Revocation> end, Duration timeout) {
        return end.isDone() ? settled(end, timeout) : Revocation.FAILED;
    }

    private @Nullable CompletableFuture<Revocation> startEnd(Integration integration, Actor actor, Duration timeout) {
        Connection connection = integration.connection();
        if (connection == null) {
            return null;
        }
        if (integration.owner().is(actor)) {
            return startDisconnect(integration.alias(), timeout);
        }
        Channel channel = connection.channels().remove(actor);
        return channel == null ? null : channel.retire(timeout);
    }

    /**
     * Disconnects: drops values at once, ends the session in the vault, closes the client after its last call.
     *
     * @param alias the alias
     * @param timeout how long the vault may take
     * @return what became of the session
     * @throws ConfigurationException if there is no such integration
     */
    public Disconnection disconnect(String alias, Duration timeout) {
        return new Disconnection(alias, settled(startDisconnect(alias, timeout), timeout));
    }

    private CompletableFuture<Revocation> startDisconnect(String alias, Duration timeout) {
        while (true) {
            Integration before = require(alias);
            Connection connection = before.connection();
            if (connection == null) {
                return CompletableFuture.completedFuture(Revocation.NOTHING_TO_REVOKE);
            }
            if (replace(alias, before, before.disconnected())) {
                return connection.retire(timeout);
            }
        }
    }

    /**
     * Disconnects all, and waits until the last call of each is through.
     *
     * @param timeout how long all of that may take
     */
    public void close(Duration timeout) {
        closing = timeout;
        List<CompletableFuture<?>> ends = new ArrayList<>();
        for (Integration integration : all()) {
            Connection connection = integration.connection();
            ends.add(startDisconnect(integration.alias(), timeout));
            if (connection != null) {
                ends.add(connection.client().closed());
            }
        }
        CompletableFuture<Void> all = CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new));
        settled(all.thenApply(done -> Revocation.REVOKED), timeout);
    }

    // what the vault does not confirm in time goes on without us
    private Revocation settled(CompletableFuture<Revocation> revocation, Duration timeout) {
        try {
            return calls.waiter().await(revocation, timeout);
        } catch (FailureException late) {
            return Revocation.FAILED;
        }
    }

    private boolean replace(String alias, @Nullable Integration before, Integration after) {
        return before == null ? byAlias.putIfAbsent(alias, after) == null : byAlias.replace(alias, before, after);
    }

    private static Connection connected(Integration integration) {
        Connection connection = integration.connection();
        if (connection == null) {
            throw new ConfigurationException(
                    "The integration " + integration.alias() + " is disconnected. Connect it again.");
        }
        return connection;
    }

    private static ConfigurationException changedMeanwhile(String alias) {
        return new ConfigurationException("The integration " + alias
                + " was changed by somebody else at the same time. Look at it and try again.");
    }
}
