package io.claviger.spi;

import io.claviger.ConfigurationException;
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
     * Opens a client for one integration. Contacts nothing.
     *
     * <p>The core has checked the settings against the descriptor: none unknown, none missing.
     *
     * @param settings how to reach the vault
     * @return a client that belongs to one integration
     * @throws ConfigurationException if values of the settings do not fit; reports every problem
     */
    VaultClient open(Settings settings);
}
