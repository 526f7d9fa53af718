package io.claviger.internal.integration;

import io.claviger.Actor;
import io.claviger.ConfigurationException;
import io.claviger.CredentialSource;
import io.claviger.Disconnection;
import io.claviger.EndpointPolicy;
import io.claviger.IntegrationSetup;
import io.claviger.Owner;
import io.claviger.internal.cache.SecretCache;
import io.claviger.internal.discovery.ProviderEntry;
import io.claviger.internal.event.EventBus;
import io.claviger.internal.session.Login;
import io.claviger.internal.session.SessionContext;
import io.claviger.internal.setup.SetupJournal;
import io.claviger.spi.PendingSignIn;
import io.claviger.spi.SignInRequest;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The integrations of one manager, and what is done to them. Each operation replaces an {@link Integration} as a whole,
 * and only if nobody else has replaced it meanwhile; vaults are contacted before or after that, never during it (C13).
 */
public final class Integrations {

    private final IntegrationTable table;
    private final Connecting connecting;
    private final LoggingIn loggingIn;
    private final Disconnecting disconnecting;

    /**
     * Creates an empty set of integrations.
     *
     * @param cache holds the secrets of all of them
     * @param context what all their sessions share
     * @param events is told what happens
     * @param journal keeps what is changed before it counts
     * @param endpoints says where connections may go
     */
    public Integrations(
            SecretCache cache,
            SessionContext context,
            EventBus events,
            SetupJournal journal,
            EndpointPolicy endpoints) {
        ConnectionFactory connections = new ConnectionFactory(cache, context, events, endpoints);
        table = new IntegrationTable(journal);
        disconnecting = new Disconnecting(table, context.calls());
        connecting = new Connecting(table, connections, disconnecting);
        loggingIn = new LoggingIn(table, connections, disconnecting, context.calls());
    }

    /**
     * Returns one integration.
     *
     * @param alias its alias
     * @return the integration as it is now; empty if there is none
     */
    public Optional<Integration> find(String alias) {
        return table.find(alias);
    }

    /**
     * Returns one integration that must be there.
     *
     * @param alias its alias
     * @param permission asked about the integration as it is now
     * @return the integration that was asked about
     * @throws ConfigurationException if there is none
     */
    public Integration require(String alias, Permission permission) {
        return table.require(alias, permission);
    }

    /**
     * Returns all integrations.
     *
     * @return the integrations as they are now, in no order
     */
    public Collection<Integration> all() {
        return table.all();
    }

    /**
     * Connects a new integration, or one that was disconnected.
     *
     * @param alias the host's name for it
     * @param permission asked about the integration as it is before the change
     * @param provider its kind of vault
     * @param owner whom a new one will belong to; one that was disconnected keeps its owner
     * @param given how to reach the vault, and who says so
     * @param source where credentials come from
     * @return the integration
     * @throws ConfigurationException if the alias is malformed or taken, or the settings do not fit
     */
    public Integration connect(
            String alias,
            Permission permission,
            ProviderEntry provider,
            Owner owner,
            GivenSettings given,
            CredentialSource source) {
        return connecting.connect(alias, permission, provider, owner, given, source);
    }

    /**
     * Changes settings, and the source of credentials if one is given.
     *
     * @param alias the alias
     * @param permission asked about the integration as it is before the change
     * @param given all settings, and who gives them
     * @param source where credentials come from now; {@code null} to keep the source
     * @param timeout how long the former session's end may take
     * @return the integration
     * @throws ConfigurationException if it is not connected, or the settings do not fit, or they move credentials
     */
    public Integration edit(
            String alias,
            Permission permission,
            GivenSettings given,
            @Nullable CredentialSource source,
            Duration timeout) {
        return connecting.edit(alias, permission, given, source, timeout);
    }

    /**
     * Logs in with new credentials, and puts the new session in the place of the former one.
     *
     * @param alias the alias
     * @param permission asked about the integration as it is before the change
     * @param source where credentials come from now
     * @param timeout how long the login may take
     * @return the integration
     * @throws ConfigurationException if it is not connected, people sign in one by one, or the new session is somebody
     *     else's
     * @throws io.claviger.internal.failure.FailureException if the login fails; then nothing has changed
     */
    public Integration reauthenticate(String alias, Permission permission, CredentialSource source, Duration timeout) {
        return loggingIn.reauthenticate(alias, permission, source, timeout);
    }

    /**
     * Signs somebody in to an integration where people sign in one by one.
     *
     * @param alias the alias
     * @param permission asked about the integration as it is before the login, and as it is after it
     * @param source where their credentials come from
     * @param actor who signs in; {@code null} for the host itself
     * @param timeout how long the login may take
     * @return the integration
     * @throws ConfigurationException if it is not connected, has a shared session, or the new session is somebody else's
     * @throws io.claviger.internal.failure.FailureException if the login fails; then nothing has changed
     */
    public Integration signIn(
            String alias, Permission permission, CredentialSource source, @Nullable Actor actor, Duration timeout) {
        return loggingIn.signIn(alias, permission, source, actor, timeout);
    }

    /**
     * Asks a provider to begin the sign-in of a person.
     *
     * @param integration what is signed in to
     * @param request what the provider needs for it
     * @param timeout how long it may take
     * @return the sign-in
     * @throws ConfigurationException if it is not connected
     * @throws io.claviger.internal.failure.FailureException if the vault does not say where its sign-in page is
     */
    public PendingSignIn beginSignIn(Integration integration, SignInRequest request, Duration timeout) {
        return loggingIn.beginSignIn(integration, request, timeout);
    }

    /**
     * Logs in with what a person has brought back from a sign-in page: into the actor's own session where people sign in one
     * by one, else into the shared one.
     *
     * @param begun the integration as it was when the sign-in began; at any other generation nothing happens
     * @param way redeems what was brought back
     * @param actor who signs in; {@code null} for the host itself
     * @param lastCheck throws a {@link FailureException} if the session is not wanted any more
     * @param timeout how long the login may take
     * @return the integration
     * @throws ConfigurationException if it was changed meanwhile, or the new session is somebody else's
     * @throws io.claviger.internal.failure.FailureException if the login fails; then nothing has changed
     */
    public Integration completeSignIn(
            Integration begun, Login way, @Nullable Actor actor, Runnable lastCheck, Duration timeout) {
        return loggingIn.completeSignIn(begun, way, actor, lastCheck, timeout);
    }

    /**
     * Tells whether an integration is still as it was.
     *
     * @param known the integration at some moment
     * @return {@code true} if nobody has replaced it since
     */
    public boolean isCurrent(Integration known) {
        return table.isCurrent(known);
    }

    /**
     * Changes what may be read through an integration and where its values may be sent. What is cached is dropped, so that
     * nothing outside of it is served any more.
     *
     * @param alias the alias
     * @param permission asked about the integration as it is before the change
     * @param change gives the new limits for the old ones
     * @return the integration
     * @throws ConfigurationException if there is no such integration
     */
    public Integration limit(String alias, Permission permission, UnaryOperator<Limits> change) {
        Integration after = table.update(alias, permission, before -> before.limited(change.apply(before.limits())));
        if (after.connection() != null) {
            after.connection().dropValues();
        }
        return after;
    }

    /**
     * Gives an integration to the team, or to another actor.
     *
     * @param alias the alias
     * @param permission asked about the integration as it is before the change
     * @param owner whom it belongs to from now on
     * @return the integration
     * @throws ConfigurationException if there is no such integration
     */
    public Integration give(String alias, Permission permission, Owner owner) {
        return table.update(alias, permission, before -> before.ownedBy(owner));
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
        return disconnecting.forget(actor, timeout);
    }

    /**
     * Disconnects: drops values at once, ends the session in the vault, closes the client after its last call. Takes place
     * even if the setup store cannot be written; whoever calls this has the journal catch up.
     *
     * @param alias the alias
     * @param permission asked about the integration as it is before the change
     * @param timeout how long the vault may take
     * @return what became of the session
     * @throws ConfigurationException if there is no such integration
     */
    public Disconnection disconnect(String alias, Permission permission, Duration timeout) {
        return disconnecting.disconnect(alias, permission, timeout);
    }

    /**
     * Disconnects all, and waits until the last call of each is through.
     *
     * @param timeout how long all of that may take
     */
    public void close(Duration timeout) {
        disconnecting.close(timeout);
    }

    /**
     * Puts an integration in its place that was stored. Keeps nothing, because it is kept already.
     *
     * @param stored what is known of it
     * @param provider its kind of vault
     * @param given its settings, with those of the host's own, and who gave them
     * @param source where its credentials come from; {@code null} to leave it disconnected
     */
    public void restore(
            IntegrationSetup stored, ProviderEntry provider, GivenSettings given, @Nullable CredentialSource source) {
        connecting.restore(stored, provider, given, source);
    }

    /**
     * Makes one step of an import known, which has been kept. To be called while nobody else changes anything.
     *
     * @param step the step
     * @return what was connected until now and is to be retired; {@code null} if nothing is
     */
    public @Nullable Connection publish(ImportStep step) {
        return table.publish(step);
    }

    /**
     * Retires what an import has disconnected.
     *
     * @param former the connections
     * @param timeout how long the vaults may take
     */
    public void retire(List<Connection> former, Duration timeout) {
        disconnecting.retire(former, timeout);
    }
}
