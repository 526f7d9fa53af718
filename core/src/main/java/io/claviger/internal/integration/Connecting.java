package io.claviger.internal.integration;

import io.claviger.ConfigurationException;
import io.claviger.CredentialSource;
import io.claviger.IntegrationSetup;
import io.claviger.Owner;
import io.claviger.internal.discovery.ProviderEntry;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.reference.ReferenceRules;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connects integrations, and changes how they reach their vaults. Contacts none of these. */
final class Connecting {

    private static final Logger LOG = LoggerFactory.getLogger(Connecting.class);

    private final IntegrationTable table;
    private final ConnectionFactory connections;
    private final Disconnecting disconnecting;

    Connecting(IntegrationTable table, ConnectionFactory connections, Disconnecting disconnecting) {
        this.table = table;
        this.connections = connections;
        this.disconnecting = disconnecting;
    }

    Integration connect(
            String alias,
            Permission permission,
            ProviderEntry provider,
            Owner owner,
            GivenSettings given,
            CredentialSource source) {
        Integration before = table.find(alias).orElse(null);
        permission.check(before);
        ReferenceRules.checkAlias(alias);
        checkFree(before, provider);
        Integration base = before == null ? Integration.planned(alias, provider, owner, given.settings()) : before;
        Connection connection = connections.open(base, given, source, Optional.empty());
        Integration after = replaceOrAbandon(alias, before, base.connected(connection), connection);
        if (base.connection() != null) {
            Disconnecting.abandon(base.connection());
        }
        disconnecting.checkNotClosing(alias);
        return after;
    }

    private static void checkFree(@Nullable Integration before, ProviderEntry provider) {
        Connection former = before == null ? null : before.connection();
        if (before != null && former != null && !former.awaitsCredentials()) {
            throw new ConfigurationException("The alias " + before.alias()
                    + " is taken by a connected integration. Choose another alias, or edit or disconnect that one.");
        }
        if (before != null && !before.provider().type().equals(provider.type())) {
            throw new ConfigurationException("The alias " + before.alias()
                    + " belongs to a disconnected integration of type "
                    + before.provider().type() + ". Choose another alias for one of type " + provider.type() + ".");
        }
    }

    Integration edit(
            String alias,
            Permission permission,
            GivenSettings given,
            @Nullable CredentialSource source,
            Duration timeout) {
        Integration before = table.require(alias, permission);
        Connection former = IntegrationTable.connected(before);
        boolean moves =
                SettingsRules.movesCredentials(before.provider().descriptor(), before.settings(), given.settings());
        if (source == null && moves) {
            throw new ConfigurationException("The change sends credentials elsewhere. Give new credentials with it.");
        }
        Connection next = source == null
                ? connections.open(before, given, former.source(), provenIdentity(former))
                : connections.open(before, given, source, Optional.empty());
        Integration after = replaceOrAbandon(alias, before, before.connected(next), next);
        disconnecting.await(former.retire(timeout), timeout);
        return after;
    }

    // the credentials stay the same, so whom they prove stays the same
    private static Optional<String> provenIdentity(Connection former) {
        return former.shared() ? former.channel(null).keeper().identity() : Optional.empty();
    }

    private Integration replaceOrAbandon(
            String alias, @Nullable Integration before, Integration after, Connection next) {
        try {
            table.replace(alias, before, after);
            return after;
        } catch (RuntimeException e) {
            Disconnecting.abandon(next);
            throw e;
        }
    }

    void restore(
            IntegrationSetup stored, ProviderEntry provider, GivenSettings given, @Nullable CredentialSource source) {
        Limits limits = new Limits(stored.scope(), stored.allowedDomains());
        Integration planned =
                new Integration(stored.alias(), provider, stored.owner(), given.settings(), limits, 0, null);
        table.put(source == null ? planned : opened(planned, given, source));
    }

    private Integration opened(Integration planned, GivenSettings given, CredentialSource source) {
        try {
            return planned.connected(connections.open(planned, given, source, Optional.empty()));
        } catch (ConfigurationException | FailureException e) {
            LOG.warn("Integration {} stays disconnected: its settings do not fit. Connect it again.", planned.alias());
            return planned;
        }
    }
}
