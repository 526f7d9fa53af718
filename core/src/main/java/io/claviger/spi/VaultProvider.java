package io.claviger.spi;

import io.claviger.ConfigurationException;
import io.claviger.EndpointPolicy;
import io.claviger.Settings;

/**
 * A plug-in for one kind of vault. Cheap to create; holds no state. Its class carries {@link VaultType} and has a
 * public constructor without parameters, or a public static method {@code provider()} in a named module.
 */
public interface VaultProvider {

    /**
     * Describes this kind of vault to the core and to whoever sets up an integration.
     *
     * @return the same answer at each call
     */
    ProviderDescriptor descriptor();

    /**
     * Opens a client for one integration, to connect wherever the settings lead. Contacts nothing.
     *
     * <p>The core has checked the settings against the descriptor: none unknown, none missing.
     *
     * @param settings how to reach the vault
     * @return a client that belongs to one integration
     * @throws ConfigurationException if values of the settings do not fit; reports every problem
     */
    VaultClient open(Settings settings);

    /**
     * Opens a client for one integration that connects only where it may. Contacts nothing. This is what the core calls.
     *
     * <p>A provider that reaches its vault over a network must override this, or the host's {@link EndpointPolicy} does not
     * hold for it: it calls {@link Endpoints#check} here, for the addresses that the settings name, and
     * {@link Endpoints#resolve} before each request. By default this is {@link #open(Settings)}, for vaults that need no
     * network.
     *
     * @param settings how to reach the vault
     * @param endpoints where it may connect to, for this client alone
     * @return a client that belongs to one integration
     * @throws ConfigurationException if values of the settings do not fit; reports every problem
     * @throws VaultFailure of kind {@link VaultFailure.Kind#MISCONFIGURED} if {@code endpoints} refuses an address; the core
     *     makes a {@link ConfigurationException} of it
     */
    default VaultClient open(Settings settings, Endpoints endpoints) {
        return open(settings);
    }
}
