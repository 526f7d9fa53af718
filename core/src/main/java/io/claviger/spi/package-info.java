/**
 * What an author of a vault provider implements: small and blocking. The core adds caching, coalescing, deadlines,
 * retries, sessions and events around it, once for all providers.
 *
 * <p>A provider is found by {@link java.util.ServiceLoader} or registered on the builder. Its class carries
 * {@link io.claviger.spi.VaultType}.
 */
@NullMarked
package io.claviger.spi;

import org.jspecify.annotations.NullMarked;
