package io.claviger;

import java.util.Set;

/**
 * The host's answer to which roles an actor holds.
 *
 * <p>Asked at every operation of an actor, so that a changed role takes effect at once; it should answer from memory.
 * An exception counts as no role at all.
 */
@FunctionalInterface
public interface RoleSource {

    /**
     * Returns the roles that an actor holds now.
     *
     * @param actor who acts
     * @return the roles; empty for an actor that is not known
     */
    Set<Role> rolesOf(Actor actor);
}
