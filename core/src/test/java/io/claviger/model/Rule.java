package io.claviger.model;

import io.claviger.Role;
import java.util.Set;

/** The rules that the table of design §8 is made of. */
enum Rule {
    /** Whoever is no partner. */
    INSIDER,
    /** An insider, if it is not somebody else's. */
    READER,
    /** The same, if what serves many has a scope. */
    SCOPED_READER,
    /** The same, and of what is the team's an administrator. */
    SCOPED_WRITER,
    /** Its owner, unless the team administers it, or an administrator. */
    KEEPER,
    /** Its owner only. */
    OWNER,
    /** An insider of what is the team's or their own, or an administrator. */
    SEER,
    ADMINISTRATOR,
    /** No actor at all. */
    NOBODY;

    /** What a rule is asked about: an integration, perhaps one that is not there yet; all null if none. */
    record About(Who owner, VaultKind kind, boolean servesManyWithoutScope) {
        static final About NOTHING = new About(null, null, false);

        boolean ownedBy(Who who) {
            return owner == who;
        }

        boolean ofAnotherThan(Who who) {
            return owner != null && owner != Who.TEAM && owner != who;
        }
    }

    boolean permits(Who who, Set<Role> roles, About about) {
        boolean administrator = roles.contains(Role.ADMIN) || roles.contains(Role.SUPER_ADMIN);
        boolean insider = administrator || roles.contains(Role.MEMBER);
        return insider
                && switch (this) {
                    case INSIDER -> true;
                    case READER -> !about.ofAnotherThan(who);
                    case SCOPED_READER -> !about.ofAnotherThan(who) && !about.servesManyWithoutScope();
                    case SCOPED_WRITER ->
                        SCOPED_READER.permits(who, roles, about) && (administrator || about.owner() != Who.TEAM);
                    case KEEPER -> administrator || (about.ownedBy(who) && about.kind() == VaultKind.PRIVATE);
                    case OWNER -> about.ownedBy(who);
                    case SEER -> administrator || !about.ofAnotherThan(who);
                    case ADMINISTRATOR -> administrator;
                    case NOBODY -> false;
                };
    }
}
