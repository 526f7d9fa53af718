package io.claviger;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The entry point: integrations, links, the resolver and the cache of one host.
 *
 * <p>Two managers share nothing. The manager that {@link IntegrationManagerBuilder#build()} returns acts for the host
 * itself, which may do everything; {@link #as(Actor)} gives the same operations under the rights of an actor. No
 * operation contacts a vault except those that say so.
 *
 * <p>Safe for use by several threads; each operation takes effect as a whole or not at all.
 *
 * <p>Every operation throws {@link AccessRefusedException} if the actor may not do it, and
 * {@link IllegalStateException} once the manager is closed. One that changes anything throws
 * {@link ConfigurationException} too, and changes nothing, if the host requires audit and it cannot be recorded: see
 * {@link IntegrationManagerBuilder#requireAudit}.
 */
public interface IntegrationManager extends AutoCloseable {

    /**
     * Starts a manager.
     *
     * @return a builder with every option at its default
     */
    static IntegrationManagerBuilder builder() {
        return new IntegrationManagerBuilder();
    }

    /**
     * Returns this manager, its resolver and its cache under the rights of an actor. Rights are asked for at each
     * operation, so that a role lost is lost at once.
     *
     * @param actor who acts
     * @return a view; closing it does nothing
     * @throws IllegalStateException if this is the view of another actor
     */
    IntegrationManager as(Actor actor);

    /**
     * Connects a vault. The vault is contacted at the first read.
     *
     * <p>An alias that was disconnected can be connected again, with the same or other settings; its links work again.
     *
     * <p>Where connections may go depends on who gives the settings: see {@link EndpointPolicy}.
     *
     * @param alias the host's name for it: {@code [a-z][a-z0-9-]{0,62}}
     * @param provider the type of the vault, {@code hashicorp} for example
     * @param settings how to reach it
     * @param source where its credentials come from
     * @return the integration
     * @throws ConfigurationException if the alias is malformed or taken, no such provider is there, the settings do not
     *     fit it, the endpoint policy refuses where they lead, or an actor gives settings that are the host's own; lists
     *     every problem
     */
    VaultIntegration connect(String alias, String provider, Settings settings, CredentialSource source);

    /**
     * Connects a vault that asks for no credentials, as {@link #connect(String, String, Settings, CredentialSource)}
     * does.
     *
     * @param alias the host's name for it
     * @param provider the type of the vault
     * @param settings how to reach it
     * @return the integration
     * @throws ConfigurationException as above, and if the vault asks for credentials
     */
    VaultIntegration connect(String alias, String provider, Settings settings);

    /**
     * Changes the settings of an integration and keeps its source of credentials. Its values are dropped and its session
     * is revoked; if the credentials were given for one login, it asks for reauthentication.
     *
     * <p>Whoever edits gives all of the settings, and they count as given by the host or by an actor as at a connect.
     *
     * @param alias the alias of the integration
     * @param settings the new settings, all of them
     * @return the integration
     * @throws ConfigurationException if the settings do not fit, or if they change where credentials go: then give new
     *     credentials too, by {@link #edit(String, Settings, CredentialSource)}
     */
    VaultIntegration edit(String alias, Settings settings);

    /**
     * Changes the settings and the credentials of an integration. Its session is revoked and its values are dropped.
     *
     * @param alias the alias of the integration
     * @param settings the new settings, all of them
     * @param source where its credentials come from now
     * @return the integration
     * @throws ConfigurationException if the settings do not fit
     */
    VaultIntegration edit(String alias, Settings settings, CredentialSource source);

    /**
     * Logs in with new credentials, at once. On success the former session is revoked and values are dropped; on
     * failure nothing changes.
     *
     * <p>On an integration where people sign in one by one ({@link CredentialSource#perActor()}) this signs in the actor, or
     * the host itself, and touches nobody else's session or values.
     *
     * @param alias the alias of the integration
     * @param source where its credentials come from now
     * @return the integration
     * @throws UnresolvedException if the vault refuses the credentials or does not answer in time
     * @throws ConfigurationException if there is no such integration, it is disconnected, or the credentials prove
     *     another identity than the session before
     */
    VaultIntegration reauthenticate(String alias, CredentialSource source);

    /**
     * Begins the sign-in of a person at the vault's own page, for a host with a redirect address of its own. Contacts the
     * vault if it has to be asked where its page is. The host sends the person to {@link SignIn#url()}, and what then comes
     * to the redirect to {@link #completeSignIn}.
     *
     * <p>The sign-in gives the actor, or the host itself, a session of their own where people sign in one by one, and a new
     * shared session elsewhere: it needs the same rights as {@link #reauthenticate}. It is good for 10 minutes and for one
     * completion, by the same actor, and while the integration stays as it is. An actor has 8 at most: the oldest makes
     * room for a ninth.
     *
     * @param alias the alias of the integration
     * @param redirect where the vault's page sends the person back to, as it is registered with the vault: with
     *     {@code https}, with {@code http} on the loopback interface, or with a scheme of the application's own
     * @return the sign-in
     * @throws UnresolvedException if the vault does not say where its page is, or 10,000 sign-ins are under way
     * @throws ConfigurationException if there is no such integration, it is disconnected, its kind of vault has no sign-in
     *     page, or the redirect is not fit for it
     */
    SignIn beginSignIn(String alias, URI redirect);

    /**
     * Completes a sign-in, with what came to the redirect. Contacts the vault. The code is redeemed once and never tried
     * again. On success the former session of the same actor, or the shared one, is revoked and its values are dropped; on
     * failure nothing changes, and the sign-in is to be begun again.
     *
     * <p>To be called on the manager or view that began: the host vouches that the browser which came back is that actor's
     * own, by a session cookie for example. A callback that answers none of the actor's sign-ins is refused, always with the
     * same message, and ends none of them.
     *
     * @param callback the whole address that was called, which must be the redirect apart from its query; or its query alone,
     *     {@code ?code=...&state=...}, where the host sits behind a proxy that changes addresses
     * @return the integration
     * @throws UnresolvedException if the callback is refused, the page answered an error, or the vault refuses the code or
     *     does not answer in time
     * @throws ConfigurationException if another identity has signed in than before, or the integration was changed meanwhile
     */
    VaultIntegration completeSignIn(URI callback);

    /**
     * Signs a person in at the vault's own page, on the machine that the host runs on (RFC 8252): listens at 127.0.0.1, has
     * the host show the page, and waits until the browser comes back. Contacts the vault, and blocks until the person is
     * through or their time is up. The listener is closed whatever happens; to interrupt the thread is to cancel. Rights and
     * effects are those of {@link #beginSignIn} and {@link #completeSignIn}.
     *
     * @param alias the alias of the integration
     * @param options how the page is shown, where to listen, and for how long
     * @return the integration
     * @throws UnresolvedException if nobody came back in time, the sign-in was cancelled, the page answered an error, or the
     *     vault refuses the code or does not answer in time
     * @throws ConfigurationException as {@link #beginSignIn} and {@link #completeSignIn} say, and if no port is free
     */
    VaultIntegration signIn(String alias, SignInOptions options);

    /**
     * Starts to sign a person in as {@link #signIn} does, and does not wait.
     *
     * @param alias the alias of the integration
     * @param options how the page is shown, where to listen, and for how long
     * @return completes with the integration, or with what {@link #signIn} would throw; to cancel it is to cancel the sign-in
     */
    CompletableFuture<VaultIntegration> signInAsync(String alias, SignInOptions options);

    /**
     * Restricts what may be read through an integration, for everybody. What is cached of it is dropped.
     *
     * @param alias the alias of the integration
     * @param scope what may be read
     * @return the integration
     * @throws ConfigurationException if there is no such integration
     */
    VaultIntegration setScope(String alias, IntegrationScope scope);

    /**
     * Restricts where the values of an integration may be sent, whatever the link. What is cached of it is dropped.
     *
     * @param alias the alias of the integration
     * @param domains the allowed domains
     * @return the integration
     * @throws ConfigurationException if there is no such integration
     */
    VaultIntegration setAllowedDomains(String alias, AllowedDomains domains);

    /**
     * Gives an integration of one actor to the team: from now on all who may resolve read through it.
     *
     * @param alias the alias of the integration
     * @return the integration
     * @throws ConfigurationException if there is no such integration
     */
    VaultIntegration share(String alias);

    /**
     * Says that the roles of an actor have changed. Rights are asked for at each use, so that they count at once all the
     * same; this has watches look again that nobody reads through.
     *
     * @param who the actor
     */
    void rolesChanged(Actor who);

    /**
     * Ends what an actor has who leaves: signs them out everywhere, revokes their sessions, drops what they have read, and
     * disconnects their own integrations. Their links stay, to be handed over. Contacts vaults, and succeeds whether or not
     * they answer.
     *
     * @param who the actor
     * @return what was ended, and which links are left
     */
    Departure forget(Actor who);

    /**
     * Disconnects a vault: drops its values, revokes the session that the library opened, and closes the client after
     * the last read in flight. Its links are kept, and unresolved until it is connected again.
     *
     * <p>Succeeds whether or not the vault answers, within the manager's time-out.
     *
     * @param alias the alias of the integration
     * @return what became of the session
     * @throws ConfigurationException if there is no such integration
     */
    Disconnection disconnect(String alias);

    /**
     * Returns every integration.
     *
     * @return the integrations that the actor may see, by alias
     */
    List<VaultIntegration> integrations();

    /**
     * Returns one integration.
     *
     * @param alias its alias
     * @return the integration; empty if there is none that the actor may see
     */
    Optional<VaultIntegration> integration(String alias);

    /**
     * Reads a reference in canonical form, or in a native form that one of the connected integrations recognizes as
     * its own.
     *
     * @param text {@code vault://team-vault/secret/app/db#password} for example
     * @return the reference
     * @throws ConfigurationException if the text is malformed, if no integration recognizes it, or if several do: then
     *     they are listed
     */
    SecretReference reference(String text);

    /**
     * Links a name to a secret.
     *
     * @param name the secret name, of the team: 1 to 128 letters, digits and {@code _ . -}
     * @param reference where the value lives
     * @return the link
     * @throws ConfigurationException if the name is malformed or already linked, the integration is unknown, or the
     *     reference does not fit its kind of vault
     */
    Link link(String name, SecretReference reference);

    /**
     * Points a linked name to another secret. Its old value is gone when this returns; whether the name is enabled
     * stays.
     *
     * @param name the secret name
     * @param reference where the value lives now
     * @return the link
     * @throws ConfigurationException if the name is not linked, the integration is unknown, or the reference does not
     *     fit its kind of vault
     */
    Link relink(String name, SecretReference reference);

    /**
     * Points one link to another secret, as {@link #relink(String, SecretReference)} does.
     *
     * @param link which link
     * @param reference where the value lives now
     * @return the link
     * @throws ConfigurationException if there is no such link, the integration is unknown, or the reference does not fit its
     *     kind of vault
     */
    Link relink(LinkId link, SecretReference reference);

    /**
     * Links a name, with all that can be said of a link: whose it is, in which environment, where its value may be sent.
     *
     * @param link the link; a name of the actor's own must not be the team's as well
     * @return the link
     * @throws ConfigurationException if the name or environment is malformed, the name is linked already or is the team's,
     *     the integration is unknown, or the reference does not fit its kind of vault
     */
    Link link(Link link);

    /**
     * Points several links to other secrets, all in one step or none: nobody sees some of them changed and others not. Their
     * old values are gone when this returns; flags and domains stay. Contacts the vault for the changes that are to be
     * verified.
     *
     * @param changes at least one, and one for each link at most
     * @return the links, in the order of the changes
     * @throws ConfigurationException if a link is not there or points elsewhere than expected, an integration is unknown,
     *     or a reference does not fit its kind of vault; then nothing has changed
     * @throws UnresolvedException if a new target that is to be verified has no value, with the link as its subject; then
     *     nothing has changed
     */
    List<Link> relink(Collection<Relink> changes);

    /**
     * Removes a link. The secret itself is not touched.
     *
     * @param name the secret name
     * @return {@code true} if there was such a link
     */
    boolean unlink(String name);

    /**
     * Removes one link. The secret itself is not touched.
     *
     * @param link which link
     * @return {@code true} if there was such a link
     */
    boolean unlink(LinkId link);

    /**
     * Lets a link be used, or not.
     *
     * @param link which link
     * @param enabled whether it may be used
     * @return the link
     * @throws ConfigurationException if there is no such link
     */
    Link setEnabled(LinkId link, boolean enabled);

    /**
     * Lets a default link stand in for environments that have none of their own, or not.
     *
     * @param link which link
     * @param permitted whether it may
     * @return the link
     * @throws ConfigurationException if there is no such link
     */
    Link setFallback(LinkId link, boolean permitted);

    /**
     * Restricts where the value of a link may be sent. Resolving it needs a target then, see
     * {@link SecretResolver#forTarget}.
     *
     * @param link which link
     * @param domains the allowed domains
     * @return the link
     * @throws ConfigurationException if there is no such link
     */
    Link setAllowedDomains(LinkId link, AllowedDomains domains);

    /**
     * Gives a link to another owner.
     *
     * @param link which link
     * @param to whose it is from now on
     * @return the link
     * @throws ConfigurationException if there is no such link, or the new owner has this name already
     */
    Link handOver(LinkId link, Owner to);

    /**
     * Lets a name be resolved, or not.
     *
     * @param name the secret name
     * @param enabled whether it may be resolved
     * @return the link
     * @throws ConfigurationException if the name is not linked
     */
    Link setEnabled(String name, boolean enabled);

    /**
     * Returns every link.
     *
     * @return the links, by name
     */
    List<Link> links();

    /**
     * Returns what the team has, to be reviewed and shared: its integrations and its links to them, without any credential,
     * value, or setting that is the host's own. What belongs to an actor is left out.
     *
     * @return the setup; {@link Setup#toText()} gives the text
     */
    Setup exportSetup();

    /**
     * Finds out what importing a setup would change, and changes nothing. Contacts nothing.
     *
     * @param setup the setup, from anybody
     * @param mode what becomes of what it does not hold
     * @return the import, to be looked at and applied
     */
    SetupImport planImport(Setup setup, SetupImport.Mode mode);

    /**
     * Stores a value in the vault that a name is linked to. Contacts the vault.
     *
     * <p>Only vaults that declare it can be written, as the local vault does; all others are read-only.
     *
     * @param name the secret name
     * @param value the value
     * @throws ConfigurationException if the vault is read-only, or if the link names a version or field
     * @throws UnresolvedException if the name is not linked, switched off or out of scope, or the vault cannot be reached
     *     now
     */
    void set(String name, SecretValue value);

    /**
     * Stores a value in the vault that one link points to, that of an environment for example. Contacts the vault.
     *
     * @param link which link; for another actor's own, the right to change it is needed too
     * @param value the value
     * @throws ConfigurationException if the vault is read-only, or if the link names a version or field
     * @throws UnresolvedException if there is no such link, it is switched off or out of scope, or the vault cannot be
     *     reached now
     */
    void set(LinkId link, SecretValue value);

    /**
     * Removes the value that a name is linked to from its vault, and keeps the link. Contacts the vault.
     *
     * @param name the secret name
     * @throws ConfigurationException if the vault is read-only, or if the link names a version or field
     * @throws UnresolvedException if the name is not linked, switched off or out of scope, or the vault cannot be reached
     *     now
     */
    void unset(String name);

    /**
     * Removes the value that one link points to from its vault, and keeps the link. Contacts the vault.
     *
     * @param link which link; for another actor's own, the right to change it is needed too
     * @throws ConfigurationException if the vault is read-only, or if the link names a version or field
     * @throws UnresolvedException if there is no such link, it is switched off or out of scope, or the vault cannot be
     *     reached now
     */
    void unset(LinkId link);

    /**
     * Returns what gives values for names and references.
     *
     * @return the resolver of this manager or view
     */
    SecretResolver resolver();

    /**
     * Returns the cache of fetched secrets.
     *
     * @return the cache of this manager, under the rights of this view
     */
    ResolvingCache cache();

    /**
     * Returns secrets for scripts that the host runs, and what was decided about them. By default off.
     *
     * @return the script access of this manager or view
     */
    ScriptAccess scripts();

    /**
     * Drops all values, waits up to the manager's time-out for reads in flight, revokes the sessions that the library
     * opened, and closes every client. Closing again does nothing.
     */
    @Override
    void close();
}
