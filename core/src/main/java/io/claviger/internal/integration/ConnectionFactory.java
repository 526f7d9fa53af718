package io.claviger.internal.integration;

import io.claviger.Actor;
import io.claviger.ConfigurationException;
import io.claviger.CredentialSource;
import io.claviger.Owner;
import io.claviger.Settings;
import io.claviger.internal.cache.CacheScope;
import io.claviger.internal.cache.ScopeLabel;
import io.claviger.internal.cache.SecretCache;
import io.claviger.internal.client.OpenClient;
import io.claviger.internal.event.EventBus;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.failure.Failures;
import io.claviger.internal.session.CredentialKinds;
import io.claviger.internal.session.CredentialLogin;
import io.claviger.internal.session.LeaseBook;
import io.claviger.internal.session.Login;
import io.claviger.internal.session.SessionContext;
import io.claviger.internal.session.SessionKeeper;
import io.claviger.internal.session.SessionReads;
import io.claviger.spi.ProviderDescriptor;
import io.claviger.spi.VaultClient;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes connections, with everything that belongs to one generation. Contacts nothing. */
final class ConnectionFactory {

    private final SecretCache cache;
    private final SessionContext context;
    private final EventBus events;

    ConnectionFactory(SecretCache cache, SessionContext context, EventBus events) {
        this.cache = cache;
        this.context = context;
        this.events = events;
    }

    /**
     * A connection with a client of its own.
     *
     * @param identity whom the vault took the session before for, if this one goes on with it
     */
    Connection open(Integration integration, Settings settings, CredentialSource source, Optional<String> identity) {
        SettingsRules.check(integration.provider().descriptor(), settings);
        return create(integration, settings, source, new OpenClient(client(integration, settings)), identity);
    }

    // a provider may throw anything: its text goes no further
    @SuppressWarnings("CatchingUnchecked")
    private static VaultClient client(Integration integration, Settings settings) {
        try {
            return integration.provider().provider().open(settings);
        } catch (ConfigurationException e) {
            throw e;
        } catch (Throwable thrown) {
            throw new FailureException(Failures.of(thrown));
        }
    }

    /** A connection that takes over the client of another, and nothing else of it. */
    Connection succeed(Integration integration, Connection before, CredentialSource source) {
        return create(integration, before.settings(), source, before.client(), Optional.empty());
    }

    /** The same for a shared session that a person signs in to: when it is over, there is nothing to log in with. */
    Connection succeed(Integration integration, Connection before, Login way) {
        Channels channels = Channels.shared(channel(integration, before.client(), way, Optional.empty(), null));
        return new Connection(before.settings(), Optional::empty, before.client(), channels, context.calls());
    }

    private Connection create(
            Integration integration,
            Settings settings,
            CredentialSource source,
            OpenClient client,
            Optional<String> identity) {
        Channels channels = source == CredentialSource.perActor()
                ? Channels.perActor()
                : Channels.shared(shared(integration, client, source, identity));
        return new Connection(settings, source, client, channels, context.calls());
    }

    private Channel shared(
            Integration integration, OpenClient client, CredentialSource source, Optional<String> identity) {
        Channel channel = channel(integration, client, login(integration, source), identity, null);
        if (source == AwaitedSource.INSTANCE) {
            channel.health().awaitCredentials();
        }
        return channel;
    }

    /** A login with credentials of the kinds that the vault takes. */
    Login login(Integration integration, CredentialSource source) {
        return new CredentialLogin(
                source, new CredentialKinds(integration.provider().descriptor()));
    }

    /** A channel of one actor, or of the host itself, for a connection where people sign in one by one. */
    Channel personal(Integration integration, Connection connection, Login way, @Nullable Actor actor) {
        return channel(integration, connection.client(), way, Optional.empty(), new SessionOwner(actor));
    }

    private Channel channel(
            Integration integration,
            OpenClient client,
            Login way,
            Optional<String> identity,
            @Nullable SessionOwner person) {
        ProviderDescriptor descriptor = integration.provider().descriptor();
        Health health = new Health(new StateAnnouncements(integration.alias(), person, events));
        ChannelListener listener = new ChannelListener(integration.alias(), person, health, events);
        LeaseBook leases = new LeaseBook(client, context);
        SessionKeeper keeper = new SessionKeeper(client, way, identity, leases, context, listener);
        SessionReads reads = new SessionReads(
                client, keeper, leases, person != null, descriptor.mintsCredentials(), context, listener);
        CacheScope scope = cache.newScope(label(integration, person), reads);
        if (person != null) {
            // a value that was read in a personal session does not outlive it (S5)
            listener.whenSessionIsOver(scope::sessionOver);
        }
        return new Channel(keeper, reads, scope, health, listener);
    }

    private static ScopeLabel label(Integration integration, @Nullable SessionOwner person) {
        Actor actor = person == null ? null : person.actor();
        Owner share = actor == null ? integration.owner() : Owner.of(actor);
        return new ScopeLabel(integration.alias(), share, actor);
    }
}
