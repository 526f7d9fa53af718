package io.claviger.internal.integration;

import io.claviger.Actor;
import io.claviger.ConfigurationException;
import io.claviger.CredentialSource;
import io.claviger.Disconnection.Revocation;
import io.claviger.SecretReference;
import io.claviger.SecretSnapshot;
import io.claviger.Settings;
import io.claviger.internal.call.BoundedCalls;
import io.claviger.internal.client.OpenClient;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.failure.Failures;
import io.claviger.spi.Location;
import io.claviger.spi.Locator;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One generation of one integration while it is connected: settings, client, sessions and cached secrets, which come and
 * go together.
 */
public final class Connection {

    private final Settings settings;
    private final CredentialSource source;
    private final OpenClient client;
    private final Channels channels;
    private final BoundedCalls calls;

    Connection(Settings settings, CredentialSource source, OpenClient client, Channels channels, BoundedCalls calls) {
        this.settings = settings;
        this.source = source;
        this.client = client;
        this.channels = channels;
        this.calls = calls;
    }

    Settings settings() {
        return settings;
    }

    CredentialSource source() {
        return source;
    }

    /** Whether it was loaded, and nobody has given it credentials since. */
    boolean awaitsCredentials() {
        return source == AwaitedSource.INSTANCE;
    }

    OpenClient client() {
        return client;
    }

    Channels channels() {
        return channels;
    }

    /**
     * Tells whether all read in one session.
     *
     * @return {@code false} if people sign in one by one
     */
    public boolean shared() {
        return channels.areShared();
    }

    /**
     * Returns the session of an actor and what was read in it.
     *
     * @param actor who reads; {@code null} for the host itself
     * @return the shared session's, or the actor's own
     * @throws FailureException if people sign in one by one and this one has not
     */
    public Channel channel(@Nullable Actor actor) {
        return channels.require(actor);
    }

    /**
     * Returns every session and what was read in it.
     *
     * @return the channels, in no order
     */
    public Collection<Channel> all() {
        return channels.all();
    }

    /**
     * Returns what somebody may look at: all for the host; else the shared session, or the actor's own.
     *
     * @param actor who looks; {@code null} for the host itself
     * @return the channels, in no order
     */
    public Collection<Channel> visibleTo(@Nullable Actor actor) {
        return channels.visibleTo(actor);
    }

    /**
     * Returns where a value is in the vault.
     *
     * @param reference a reference with this integration's alias
     * @return the location
     * @throws ConfigurationException if the reference does not fit this kind of vault
     * @throws FailureException if the provider failed at it
     */
    public Location locate(SecretReference reference) {
        return sanitized(() -> client.client().locate(reference));
    }

    /**
     * Returns what to read for the version before the current one.
     *
     * @param locator what was read
     * @param current what it is now
     * @return what to read; empty if the vault keeps no previous version
     * @throws FailureException if the provider failed at it
     */
    public Optional<Locator> previousVersion(Locator locator, SecretSnapshot current) {
        return sanitized(() -> client.client().previousVersion(locator, current));
    }

    // a provider may throw anything: its text goes no further
    @SuppressWarnings("CatchingUnchecked")
    private static <T> T sanitized(Supplier<T> work) {
        try {
            return work.get();
        } catch (ConfigurationException e) {
            throw e;
        } catch (Throwable thrown) {
            throw new FailureException(Failures.of(thrown));
        }
    }

    /**
     * Reads a native form of reference.
     *
     * @param text the text
     * @param alias the alias of this integration
     * @return the reference; empty if the text is none of this integration's
     */
    public Optional<SecretReference> recognize(String text, String alias) {
        return client.client().recognize(text, alias);
    }

    /** Drops all values, and keeps the sessions. */
    public void dropValues() {
        all().forEach(channel -> channel.scope().reset());
    }

    /** Drops values and ends the sessions, and keeps the client for a successor. */
    CompletableFuture<Revocation> retireKeepingClient(Duration timeout) {
        return channels.retire(timeout);
    }

    /** Drops values, ends the sessions, and closes the client after the last call that uses it. */
    CompletableFuture<Revocation> retire(Duration timeout) {
        // closing a client may block, and the revocation's end may come from the thread of all timers
        return channels.retire(timeout).whenComplete((revocation, impossible) -> calls.execute(client::release));
    }
}
