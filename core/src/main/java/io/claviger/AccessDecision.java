package io.claviger;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The answer of an {@link AccessPolicy}: permitted, or refused and open only to certain roles.
 *
 * <p>Immutable.
 */
public final class AccessDecision {

    private static final AccessDecision PERMITTED = new AccessDecision(true, Set.of());

    private final boolean permitted;
    private final Set<Role> rolesNeeded;

    private AccessDecision(boolean permitted, Set<Role> rolesNeeded) {
        this.permitted = permitted;
        this.rolesNeeded = rolesNeeded;
    }

    /**
     * Returns the answer "yes".
     *
     * @return permitted
     */
    public static AccessDecision permitted() {
        return PERMITTED;
    }

    /**
     * Returns the answer "no".
     *
     * @param rolesNeeded the roles that would be permitted; empty if no role would be, as where only the owner may act
     * @return refused
     */
    public static AccessDecision refused(Set<Role> rolesNeeded) {
        Set<Role> ordered = EnumSet.noneOf(Role.class);
        ordered.addAll(rolesNeeded);
        return new AccessDecision(false, Collections.unmodifiableSet(ordered));
    }

    /**
     * Tells whether the operation may go on.
     *
     * @return {@code true} if permitted
     */
    public boolean allows() {
        return permitted;
    }

    /**
     * Returns the roles that would be permitted.
     *
     * @return the roles, in the order of {@link Role}; empty if permitted, or if no role would be
     */
    public Set<Role> rolesNeeded() {
        return rolesNeeded;
    }
}
