package io.claviger.internal.access;

import io.claviger.AccessDecision;
import io.claviger.AccessPolicy;
import io.claviger.AccessRequest;
import io.claviger.Role;
import java.util.Set;

/** The stricter rules for managers shared by many: see {@link AccessPolicy#strict()}. */
public final class StrictAccessPolicy implements AccessPolicy {

    /** The only instance: it has no state. */
    public static final AccessPolicy INSTANCE = new StrictAccessPolicy();

    private static final Set<Role> ADMINISTRATORS = Set.of(Role.SUPER_ADMIN, Role.ADMIN);

    private StrictAccessPolicy() {}

    @Override
    public AccessDecision decide(AccessRequest request) {
        AccessDecision standard = StandardAccessPolicy.INSTANCE.decide(request);
        return standard.allows() ? narrowed(request) : standard;
    }

    private static AccessDecision narrowed(AccessRequest request) {
        return switch (request.operation()) {
            case CHANGE_LINKS, CONFIGURE_CACHE -> administratorsOnly(request);
            case RESOLVE_REFERENCE -> AccessDecision.refused(Set.of());
            case RESOLVE_NAME -> scoped(request);
            case WRITE_VALUE ->
                ofTeam(request) && !request.isUnscoped() ? administratorsOnly(request) : scoped(request);
            default -> AccessDecision.permitted();
        };
    }

    private static AccessDecision scoped(AccessRequest request) {
        return request.isUnscoped() ? AccessDecision.refused(Set.of()) : AccessDecision.permitted();
    }

    private static boolean ofTeam(AccessRequest request) {
        return request.owner().filter(owner -> owner.actor().isEmpty()).isPresent();
    }

    private static AccessDecision administratorsOnly(AccessRequest request) {
        return request.roles().stream().anyMatch(ADMINISTRATORS::contains)
                ? AccessDecision.permitted()
                : AccessDecision.refused(ADMINISTRATORS);
    }
}
