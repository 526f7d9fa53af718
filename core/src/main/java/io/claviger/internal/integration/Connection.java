package io.claviger.internal.integration;

import io.claviger.ConfigurationException;
import io.claviger.CredentialSource;
import io.claviger.Disconnection.Revocation;
import io.claviger.SecretReference;
import io.claviger.SecretSnapshot;
import io.claviger.Settings;
import io.claviger.internal.cache.CacheScope;
import io.claviger.internal.cache.Fetched;
import io.claviger.internal.call.BoundedCalls;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.failure.Failures;
import io.claviger.internal.session.SessionKeeper;
import io.claviger.spi.Call;
import io.claviger.spi.Location;
import io.claviger.spi.Locator;
import io.claviger.spi.Session;
import io.claviger.spi.VaultFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/**
 * One generation of one integration while it is connected: settings, client, session and cached secrets, which come and
 * go together.
 */
public final class Connection {

    private final Settings settings;
    private final CredentialSource source;
    private final OpenClient client;
    private final SessionKeeper keeper;
    private final CacheScope scope;
    private final Health health;
    private final LoadObserver observer;
    private final BoundedCalls calls;

    Connection(
            Settings settings,
            CredentialSource source,
            OpenClient client,
            SessionKeeper keeper,
            CacheScope scope,
            Health health,
            LoadObserver observer,
            BoundedCalls calls) {
        this.settings = settings;
        this.source = source;
        this.client = client;
        this.keeper = keeper;
        this.scope = scope;
        this.health = health;
        this.observer = observer;
        this.calls = calls;
    }

    Settings settings() {
        return settings;
    }

    CredentialSource source() {
        return source;
    }

    OpenClient client() {
        return client;
    }

    SessionKeeper keeper() {
        return keeper;
    }

    Health health() {
        return health;
    }

    /**
     * Returns where a value is in the vault.
     *
     * @param reference a reference with this integration's alias
     * @return the location
     * @throws ConfigurationException if the reference does not fit this kind of vault
     * @throws FailureException if the provider failed at it
     */
    // a provider may throw anything: its text goes no further
    @SuppressWarnings("CatchingUnchecked")
    public Location locate(SecretReference reference) {
        try {
            return client.client().locate(reference);
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

    /**
     * Returns the cached secrets.
     *
     * @return the scope of this generation
     */
    public CacheScope scope() {
        return scope;
    }

    /**
     * Returns a secret from the cache or from the vault.
     *
     * @param locator which secret
     * @param timeout how long a read may take
     * @return completes with the secret or a {@link FailureException}
     */
    public CompletableFuture<Fetched> fetch(Locator locator, Duration timeout) {
        return scope.fetch(locator, timeout, call -> read(locator, call));
    }

    // whatever a provider throws is counted and told before it is passed on
    @SuppressWarnings("CatchingUnchecked")
    private SecretSnapshot read(Locator locator, Call call) {
        try {
            SecretSnapshot snapshot = withSession(call, (session, inner) -> session.read(locator, inner));
            health.readSucceeded();
            observer.loaded(null);
            return snapshot;
        } catch (Throwable thrown) {
            health.readFailed(Failures.of(thrown).reason());
            observer.loaded(Failures.of(thrown).reason());
            throw thrown;
        }
    }

    /**
     * Does something with the session, and once more after a new login if the vault says that the session is over (S3).
     *
     * @param call deadline
     * @param work what to do
     * @param <T> what it gives
     * @return what it gives
     */
    public <T> T withSession(Call call, BiFunction<Session, Call, T> work) {
        client.enter();
        try {
            Session session = keeper.session(call);
            try {
                return work.apply(session, call);
            } catch (VaultFailure failure) {
                if (failure.kind() != VaultFailure.Kind.SESSION_ENDED) {
                    throw failure;
                }
                keeper.dropped(session, true);
            }
            return onceMore(call, work);
        } finally {
            client.exit();
        }
    }

    private <T> T onceMore(Call call, BiFunction<Session, Call, T> work) {
        Session session = keeper.session(call);
        try {
            return work.apply(session, call);
        } catch (VaultFailure failure) {
            if (failure.kind() == VaultFailure.Kind.SESSION_ENDED) {
                keeper.dropped(session, false);
            }
            throw failure;
        }
    }

    /** Drops values and ends the session, and keeps the client for a successor. */
    CompletableFuture<Revocation> retireKeepingClient(Duration timeout) {
        scope.retire();
        return keeper.end(timeout);
    }

    /** Drops values, ends the session, and closes the client after the last call that uses it. */
    CompletableFuture<Revocation> retire(Duration timeout) {
        scope.retire();
        // closing a client may block, and the revocation's end may come from the thread of all timers
        return keeper.end(timeout).whenComplete((revocation, impossible) -> calls.execute(client::release));
    }
}
