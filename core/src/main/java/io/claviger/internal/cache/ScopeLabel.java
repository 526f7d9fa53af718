package io.claviger.internal.cache;

import io.claviger.Actor;
import io.claviger.Owner;
import org.jspecify.annotations.Nullable;

/**
 * Whose secrets a scope holds.
 *
 * @param alias the alias of the integration
 * @param owner whose share of the cache it uses
 * @param sessionOwner whose session they were read in, where people sign in one by one; {@code null} for a shared session
 */
public record ScopeLabel(
        String alias, Owner owner, @Nullable Actor sessionOwner) {}
