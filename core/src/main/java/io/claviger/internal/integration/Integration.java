package io.claviger.internal.integration;

import io.claviger.Actor;
import io.claviger.IntegrationState;
import io.claviger.Owner;
import io.claviger.Reachability;
import io.claviger.Settings;
import io.claviger.VaultIntegration;
import io.claviger.internal.discovery.ProviderEntry;
import java.util.Optional;
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
     * Returns what somebody sees of it.
     *
     * @param actor whose session its state is about, where people sign in one by one; {@code null} for the host itself
     * @return a view without credentials and values
     */
    public VaultIntegration view(@Nullable Actor actor) {
        Optional<Health> health = Optional.ofNullable(connection)
                .flatMap(open -> open.channels().find(actor))
                .map(Channel::health);
        return new VaultIntegration(
                alias,
                provider.type(),
                owner,
                settings,
                health.map(Health::state).orElse(withoutSession()),
                health.map(Health::reachability).orElse(Reachability.UNKNOWN),
                generation);
    }

    private IntegrationState withoutSession() {
        return connection == null ? IntegrationState.DISCONNECTED : IntegrationState.REAUTHENTICATION_REQUIRED;
    }
}
