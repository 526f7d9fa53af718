package io.claviger.internal.access;

import io.claviger.AccessDecision;
import io.claviger.AccessPolicy;
import io.claviger.AccessRequest;
import io.claviger.Administration;
import io.claviger.Role;
import java.util.Set;

/** The rules of the product: see {@link AccessPolicy#standard()}. */
public final class StandardAccessPolicy implements AccessPolicy {

    /** The only instance: it has no state. */
    public static final AccessPolicy INSTANCE = new StandardAccessPolicy();

    private static final Set<Role> ADMINISTRATORS = Set.of(Role.SUPER_ADMIN, Role.ADMIN);
    private static final Set<Role> INSIDERS = Set.of(Role.SUPER_ADMIN, Role.ADMIN, Role.MEMBER);

    private StandardAccessPolicy() {}

    @Override
    public AccessDecision decide(AccessRequest request) {
        if (!holdsAny(request, INSIDERS)) {
            return AccessDecision.refused(rolesFor(request));
        }
        return switch (request.operation()) {
            case RESOLVE_NAME, RESOLVE_REFERENCE, WRITE_VALUE, AUTHENTICATE -> readThrough(request);
            case CONNECT, EDIT, REAUTHENTICATE, DISCONNECT, CHANGE_SCOPE -> administer(request);
            case SHARE -> share(request);
            case INSPECT -> inspect(request);
            case CHANGE_LINKS, CHANGE_OWN_LINKS, CONFIGURE_CACHE -> AccessDecision.permitted();
            case CHANGE_OTHERS_LINKS, MANAGE_ACTORS, EXPORT_SETUP, IMPORT_SETUP -> administratorsOnly(request);
            // of the actor's own scripts: what they ask for is asked about as well
            case USE_SCRIPT, ALLOW_SCRIPTS, DENY_SCRIPTS, RESET_SCRIPTS -> AccessDecision.permitted();
        };
    }

    private static AccessDecision readThrough(AccessRequest request) {
        return personalOfAnother(request) ? AccessDecision.refused(Set.of()) : AccessDecision.permitted();
    }

    private static AccessDecision inspect(AccessRequest request) {
        return personalOfAnother(request) && !holdsAny(request, ADMINISTRATORS)
                ? AccessDecision.refused(ADMINISTRATORS)
                : AccessDecision.permitted();
    }

    private static AccessDecision administer(AccessRequest request) {
        boolean restricted = administeredByTeam(request) || !own(request);
        if (restricted && !holdsAny(request, ADMINISTRATORS)) {
            return AccessDecision.refused(ADMINISTRATORS);
        }
        return AccessDecision.permitted();
    }

    // whoever may read through it decides who else may (S10)
    private static AccessDecision share(AccessRequest request) {
        return own(request) ? administer(request) : AccessDecision.refused(Set.of());
    }

    private static AccessDecision administratorsOnly(AccessRequest request) {
        return holdsAny(request, ADMINISTRATORS) ? AccessDecision.permitted() : AccessDecision.refused(ADMINISTRATORS);
    }

    private static Set<Role> rolesFor(AccessRequest request) {
        return switch (request.operation()) {
            case CONNECT, EDIT, REAUTHENTICATE, DISCONNECT, SHARE ->
                administeredByTeam(request) ? ADMINISTRATORS : INSIDERS;
            case CHANGE_SCOPE, CHANGE_OTHERS_LINKS, MANAGE_ACTORS, EXPORT_SETUP, IMPORT_SETUP -> ADMINISTRATORS;
            default -> INSIDERS;
        };
    }

    private static boolean holdsAny(AccessRequest request, Set<Role> roles) {
        return request.roles().stream().anyMatch(roles::contains);
    }

    private static boolean administeredByTeam(AccessRequest request) {
        return request.administration().filter(Administration.TEAM::equals).isPresent();
    }

    private static boolean own(AccessRequest request) {
        return request.owner().filter(owner -> owner.is(request.actor())).isPresent();
    }

    private static boolean personalOfAnother(AccessRequest request) {
        return request.owner()
                .filter(owner -> owner.actor().isPresent() && !owner.is(request.actor()))
                .isPresent();
    }
}
