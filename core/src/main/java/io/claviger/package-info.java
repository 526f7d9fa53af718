/**
 * What a host application uses: the manager, the resolver, references, values and the errors they raise.
 *
 * <p>Start at {@link io.claviger.IntegrationManager#builder()}. Every type of this package is safe for use by several
 * threads unless its description says otherwise, and none accepts or returns {@code null} unless marked
 * {@link org.jspecify.annotations.Nullable}.
 */
@NullMarked
package io.claviger;

import org.jspecify.annotations.NullMarked;
