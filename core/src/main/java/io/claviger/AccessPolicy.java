package io.claviger;

import io.claviger.internal.access.StandardAccessPolicy;
import io.claviger.internal.access.StrictAccessPolicy;

/**
 * Decides what an actor may do.
 *
 * <p>Asked at every operation of a manager that is bound to an actor, resolving included; never asked for the unbound
 * manager, which acts for the host itself. An exception counts as a refusal. Implementations must be safe for use by
 * several threads and should answer from memory.
 */
@FunctionalInterface
public interface AccessPolicy {

    /**
     * Decides about one request.
     *
     * @param request who asks for what
     * @return permitted or refused
     */
    AccessDecision decide(AccessRequest request);

    /**
     * Returns the rules of the product, fit for a person or a small team. Used by default.
     *
     * <ul>
     *   <li>{@link Role#PARTNER} and actors without a role may do nothing.
     *   <li>{@link Role#MEMBER} resolves and changes names, signs in for themselves, configures the cache, and connects,
     *       edits, shares, reauthenticates and disconnects the integrations that are their own, unless the kind of vault
     *       is administered by the team; decides about scripts that act on their own behalf.
     *   <li>{@link Role#ADMIN} and {@link Role#SUPER_ADMIN} do all of that to any integration, except that nobody but its
     *       owner shares one; they change scopes and others' links, manage actors, and export and import the setup.
     *   <li>Nobody but its owner reads through the integration of one actor.
     * </ul>
     *
     * @return the standard policy
     */
    static AccessPolicy standard() {
        return StandardAccessPolicy.INSTANCE;
    }

    /**
     * Returns stricter rules, for a manager that many share: those of {@link #standard()}, and
     *
     * <ul>
     *   <li>names of the team are changed, values in vaults of the team are stored, and the cache is configured, by
     *       administrators only;
     *   <li>actors resolve names and no direct references;
     *   <li>an integration of the team with a shared session serves actors only within a scope, see
     *       {@link IntegrationManager#setScope}.
     * </ul>
     *
     * @return the strict policy
     */
    static AccessPolicy strict() {
        return StrictAccessPolicy.INSTANCE;
    }
}
