package io.claviger.examples.teamvault;

import io.claviger.Actor;
import io.claviger.Role;
import io.claviger.RoleSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who works here, and in which role. A host would ask its own directory instead. */
final class People implements RoleSource {

    static final Actor ANA = Actor.of("ana");
    static final Actor BEN = Actor.of("ben");
    static final Actor CARLA = Actor.of("carla");
    static final Actor DAN = Actor.of("dan");
    static final Actor EVE = Actor.of("eve");
    static final Actor FINN = Actor.of("finn");

    private final Map<Actor, Role> roles = new ConcurrentHashMap<>(Map.of(
            ANA, Role.SUPER_ADMIN,
            BEN, Role.ADMIN,
            CARLA, Role.MEMBER,
            DAN, Role.MEMBER,
            EVE, Role.MEMBER,
            FINN, Role.PARTNER));

    @Override
    public Set<Role> rolesOf(Actor actor) {
        Role role = roles.get(actor);
        return role == null ? Set.of() : Set.of(role);
    }

    void leaves(Actor actor) {
        roles.remove(actor);
    }
}
