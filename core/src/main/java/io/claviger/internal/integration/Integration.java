package io.claviger.internal.integration;

import io.claviger.IntegrationState;
import io.claviger.Owner;
import io.claviger.Reachability;
import io.claviger.Settings;
import io.claviger.VaultIntegration;
import io.claviger.internal.discovery.ProviderEntry;
import org.jspecify.annotations.Nullable;

/**
 * An integration at one moment: replaced as a whole by each management operation, so that nobody sees half of one.
 *
 * @param alias the host's name for it
 * @param provider its kind of vault
 * @param owner whom it belongs to
 * @param settings how to reach the vault
 * @param generation counts up with each replacement
 * @param connection what reads go through; {@code null} while it is disconnected
 */
public record Integration(
        String alias,
        ProviderEntry provider,
        Owner owner,
        Settings settings,
        long generation,
        @Nullable Connection connection) {

    static Integration planned(String alias, ProviderEntry provider, Owner owner, Settings settings) {
        return new Integration(alias, provider, owner, settings, 0, null);
    }

    Integration connected(Connection next) {
        return new Integration(alias, provider, owner, next.settings(), generation + 1, next);
    }

    Integration disconnected() {
        return new Integration(alias, provider, owner, settings, generation + 1, null);
    }

    /**
     * Returns what hosts see of it.
     *
     * @return a view without credentials and values
     */
    public VaultIntegration view() {
        return new VaultIntegration(
                alias,
                provider.type(),
                owner,
                settings,
                connection == null
                        ? IntegrationState.DISCONNECTED
                        : connection.health().state(),
                connection == null ? Reachability.UNKNOWN : connection.health().reachability(),
                generation);
    }
}
