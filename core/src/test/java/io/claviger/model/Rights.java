package io.claviger.model;

import io.claviger.Operation;
import io.claviger.Role;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** The table of design §8, as data, and who holds which role. */
final class Rights {

    private static final Map<Operation, Rule> STANDARD = new EnumMap<>(Map.ofEntries(
            Map.entry(Operation.RESOLVE_NAME, Rule.READER),
            Map.entry(Operation.RESOLVE_REFERENCE, Rule.READER),
            Map.entry(Operation.WRITE_VALUE, Rule.READER),
            Map.entry(Operation.AUTHENTICATE, Rule.READER),
            Map.entry(Operation.CHANGE_LINKS, Rule.INSIDER),
            Map.entry(Operation.CHANGE_OWN_LINKS, Rule.INSIDER),
            Map.entry(Operation.CHANGE_OTHERS_LINKS, Rule.ADMINISTRATOR),
            Map.entry(Operation.CONFIGURE_CACHE, Rule.INSIDER),
            Map.entry(Operation.CONNECT, Rule.KEEPER),
            Map.entry(Operation.EDIT, Rule.KEEPER),
            Map.entry(Operation.REAUTHENTICATE, Rule.KEEPER),
            Map.entry(Operation.DISCONNECT, Rule.KEEPER),
            Map.entry(Operation.CHANGE_SCOPE, Rule.KEEPER),
            Map.entry(Operation.SHARE, Rule.OWNER),
            Map.entry(Operation.MANAGE_ACTORS, Rule.ADMINISTRATOR),
            Map.entry(Operation.INSPECT, Rule.SEER)));

    private static final Map<Operation, Rule> STRICT = new EnumMap<>(Map.of(
            Operation.RESOLVE_NAME, Rule.SCOPED_READER,
            Operation.RESOLVE_REFERENCE, Rule.NOBODY,
            Operation.WRITE_VALUE, Rule.SCOPED_WRITER,
            Operation.CHANGE_LINKS, Rule.ADMINISTRATOR,
            Operation.CONFIGURE_CACHE, Rule.ADMINISTRATOR));

    private final boolean strict;
    private final Map<Who, Set<Role>> roles = new EnumMap<>(Who.class);

    Rights(boolean strict) {
        this.strict = strict;
        for (Who who : Who.values()) {
            roles.put(who, who.firstRoles());
        }
    }

    void roles(Who who, Set<Role> now) {
        roles.put(who, now);
    }

    boolean permit(Who who, Operation operation) {
        return permit(who, operation, Rule.About.NOTHING);
    }

    boolean permit(Who who, Operation operation, Rule.About about) {
        return who == Who.HOST || rule(operation).permits(who, roles.get(who), about);
    }

    private Rule rule(Operation operation) {
        Rule usual = STANDARD.get(operation);
        return strict ? STRICT.getOrDefault(operation, usual) : usual;
    }

    /** Which right a change of a link needs. */
    static Operation change(Who who, LinkKey link) {
        if (link.owner() == Who.TEAM) {
            return Operation.CHANGE_LINKS;
        }
        boolean own = who == Who.HOST || link.owner() == who;
        return own ? Operation.CHANGE_OWN_LINKS : Operation.CHANGE_OTHERS_LINKS;
    }
}
