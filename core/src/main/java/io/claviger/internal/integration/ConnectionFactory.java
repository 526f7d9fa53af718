package io.claviger.internal.integration;

import io.claviger.ConfigurationException;
import io.claviger.CredentialSource;
import io.claviger.Settings;
import io.claviger.event.VaultEvent;
import io.claviger.event.VaultEvent.Outcome;
import io.claviger.internal.cache.SecretCache;
import io.claviger.internal.call.BoundedCalls;
import io.claviger.internal.event.EventBus;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.failure.Failures;
import io.claviger.internal.session.CredentialKinds;
import io.claviger.internal.session.LoginListener;
import io.claviger.internal.session.SessionKeeper;
import io.claviger.internal.time.LifeClock;
import io.claviger.spi.VaultClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes connections, with everything that belongs to one generation. Contacts nothing. */
final class ConnectionFactory {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionFactory.class);

    private final SecretCache cache;
    private final LifeClock clock;
    private final BoundedCalls calls;
    private final EventBus events;

    ConnectionFactory(SecretCache cache, LifeClock clock, BoundedCalls calls, EventBus events) {
        this.cache = cache;
        this.clock = clock;
        this.calls = calls;
        this.events = events;
    }

    /** A connection with a client of its own. */
    Connection open(Integration integration, Settings settings, CredentialSource source) {
        SettingsRules.check(integration.provider().descriptor(), settings);
        return create(integration, settings, source, new OpenClient(client(integration, settings)));
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
        return create(integration, before.settings(), source, before.client());
    }

    private Connection create(Integration integration, Settings settings, CredentialSource source, OpenClient client) {
        String alias = integration.alias();
        Health health = new Health((state, reason) -> {
            LOG.info("Integration {} is now {}", alias, state);
            events.publish(
                    event(alias, VaultEvent.Type.STATE_CHANGED, Outcome.DONE).reason(reason));
        });
        SessionKeeper keeper = new SessionKeeper(
                client.client(),
                source,
                new CredentialKinds(integration.provider().descriptor()),
                clock,
                calls,
                new AnnouncedLogins(alias, health));
        return new Connection(
                settings,
                source,
                client,
                keeper,
                cache.newScope(integration.owner()),
                health,
                reason -> events.publish(
                        event(alias, VaultEvent.Type.LOAD, reason == null ? Outcome.DONE : Outcome.FAILED)
                                .reason(reason)),
                calls);
    }

    private VaultEvent.Builder event(String alias, VaultEvent.Type type, Outcome outcome) {
        return events.event(type, outcome).alias(alias);
    }

    /** Passes on how logins end, and makes events of it. */
    private final class AnnouncedLogins implements LoginListener {

        private final String alias;
        private final Health health;

        AnnouncedLogins(String alias, Health health) {
            this.alias = alias;
            this.health = health;
        }

        @Override
        public void loggedIn() {
            health.loggedIn();
            events.publish(event(alias, VaultEvent.Type.LOGIN, Outcome.DONE));
        }

        @Override
        public void loginFailed(Failure failure) {
            health.loginFailed(failure);
            events.publish(event(alias, VaultEvent.Type.LOGIN, Outcome.FAILED).reason(failure.reason()));
        }
    }
}
