package io.claviger.internal.access;

import io.claviger.AccessDecision;
import io.claviger.AccessPolicy;
import io.claviger.AccessRefusedException;
import io.claviger.AccessRequest;
import io.claviger.Actor;
import io.claviger.Operation;
import io.claviger.Role;
import io.claviger.RoleSource;
import io.claviger.internal.integration.Integration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the host's policy, and takes every failure to answer for a refusal. */
public final class AccessGate {

    private static final Logger LOG = LoggerFactory.getLogger(AccessGate.class);

    private final AccessPolicy policy;
    private final RoleSource roles;

    /**
     * Creates a gate.
     *
     * @param policy decides
     * @param roles gives the roles of actors
     */
    public AccessGate(AccessPolicy policy, RoleSource roles) {
        this.policy = policy;
        this.roles = roles;
    }

    /**
     * Lets an actor pass or not.
     *
     * @param actor who asks; {@code null} for the host itself, which always passes
     * @param operation what is asked for
     * @param about the integration concerned; {@code null} if none is
     * @throws AccessRefusedException if the actor may not
     */
    public void check(@Nullable Actor actor, Operation operation, @Nullable Integration about) {
        if (actor != null) {
            AccessDecision decision = decide(request(actor, operation, about));
            if (!decision.allows()) {
                throw new AccessRefusedException(operation, decision.rolesNeeded());
            }
        }
    }

    /**
     * Tells whether an actor may do something.
     *
     * @param actor who asks; {@code null} for the host itself
     * @param operation what is asked for
     * @param about the integration concerned
     * @return {@code true} if so
     */
    public boolean allows(@Nullable Actor actor, Operation operation, Integration about) {
        return actor == null || decide(request(actor, operation, about)).allows();
    }

    /**
     * Tells whether an actor may do something that concerns no integration.
     *
     * @param actor who asks; {@code null} for the host itself
     * @param operation what is asked for
     * @return {@code true} if so
     */
    public boolean allows(@Nullable Actor actor, Operation operation) {
        return actor == null || decide(request(actor, operation, null)).allows();
    }

    /**
     * Asks about an integration that is not there yet.
     *
     * @param request the question
     * @throws AccessRefusedException if the actor may not
     */
    public void check(AccessRequest request) {
        AccessDecision decision = decide(request);
        if (!decision.allows()) {
            throw new AccessRefusedException(request.operation(), decision.rolesNeeded());
        }
    }

    /**
     * Returns a question with the roles that the actor holds now.
     *
     * @param actor who asks
     * @param operation what is asked for
     * @param about the integration concerned; {@code null} if none is
     * @return the question
     */
    public AccessRequest request(Actor actor, Operation operation, @Nullable Integration about) {
        AccessRequest request = AccessRequest.of(actor, rolesOf(actor), operation);
        if (about == null) {
            return request;
        }
        AccessRequest concrete =
                request.about(about.owner(), about.provider().descriptor().administration());
        return about.servesManyWithoutScope() ? concrete.unscoped() : concrete;
    }

    // the host's code: whatever it throws, nobody gains a right by it
    @SuppressWarnings("CatchingUnchecked")
    private Set<Role> rolesOf(Actor actor) {
        try {
            return Set.copyOf(roles.rolesOf(actor));
        } catch (Throwable thrown) {
            LOG.warn(
                    "The role source failed with {}: no role is assumed",
                    thrown.getClass().getName());
            return Set.of();
        }
    }

    @SuppressWarnings("CatchingUnchecked")
    private AccessDecision decide(AccessRequest request) {
        try {
            return Objects.requireNonNull(policy.decide(request));
        } catch (Throwable thrown) {
            LOG.warn(
                    "The access policy failed with {}: the request is refused",
                    thrown.getClass().getName());
            return AccessDecision.refused(Set.of());
        }
    }
}
