package io.claviger.internal.discovery;

import io.claviger.spi.ProviderDescriptor;
import io.claviger.spi.VaultProvider;

/**
 * A provider that was asked for, and what it says of itself.
 *
 * @param type the kind of vault
 * @param provider the provider
 * @param descriptor what it takes and can do
 */
public record ProviderEntry(String type, VaultProvider provider, ProviderDescriptor descriptor) {}
