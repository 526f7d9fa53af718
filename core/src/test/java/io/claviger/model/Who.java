package io.claviger.model;

import com.google.common.collect.ImmutableSet;
import io.claviger.Actor;
import io.claviger.Owner;
import io.claviger.Role;
import java.util.Locale;
import java.util.Set;

/** Who acts. As an owner, the host stands for the team. */
enum Who {
    HOST,
    ADA(Role.SUPER_ADMIN),
    ABE(Role.ADMIN),
    MAX(Role.MEMBER),
    MIA(Role.MEMBER),
    MEL(Role.MEMBER),
    PAUL(Role.PARTNER),
    NOEL;

    static final Who TEAM = HOST;

    private final ImmutableSet<Role> firstRoles;

    Who(Role... roles) {
        this.firstRoles = ImmutableSet.copyOf(roles);
    }

    Set<Role> firstRoles() {
        return firstRoles;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    Actor actor() {
        return Actor.of(id());
    }

    Owner owner() {
        return this == TEAM ? Owner.team() : Owner.of(actor());
    }

    static Who of(Actor actor) {
        return valueOf(actor.id().toUpperCase(Locale.ROOT));
    }

    static Who of(Owner owner) {
        return owner.actor().map(Who::of).orElse(TEAM);
    }
}
