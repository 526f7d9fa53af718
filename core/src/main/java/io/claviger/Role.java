package io.claviger;

/**
 * What an actor is to the team, as the host's {@link RoleSource} says.
 *
 * <p>The rights of each role are the {@link AccessPolicy}'s to give; the sentences here describe
 * {@link AccessPolicy#standard()}.
 */
public enum Role {
    /** May do everything an {@link #ADMIN} may do. */
    SUPER_ADMIN,
    /** Administers every integration, and is the only one besides {@link #SUPER_ADMIN} to administer a team's. */
    ADMIN,
    /** Resolves and links names, and administers the integrations that are their own. */
    MEMBER,
    /** An outside collaborator: no access to any integration or name. */
    PARTNER
}
