package io.claviger;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One question to the {@link AccessPolicy}: may this actor, in these roles, do this to that integration?
 *
 * <p>Immutable.
 */
public final class AccessRequest {

    private final Actor actor;
    private final Set<Role> roles;
    private final Operation operation;
    private final @Nullable Owner owner;
    private final @Nullable Administration administration;
    private final boolean unscoped;

    private AccessRequest(
            Actor actor,
            Set<Role> roles,
            Operation operation,
            @Nullable Owner owner,
            @Nullable Administration administration,
            boolean unscoped) {
        this.actor = actor;
        this.roles = Set.copyOf(roles);
        this.operation = operation;
        this.owner = owner;
        this.administration = administration;
        this.unscoped = unscoped;
    }

    /**
     * Returns a question about an operation that concerns no integration.
     *
     * @param actor who acts
     * @param roles the roles the host gives to the actor
     * @param operation what is asked for
     * @return the question
     */
    public static AccessRequest of(Actor actor, Set<Role> roles, Operation operation) {
        return new AccessRequest(actor, roles, operation, null, null, false);
    }

    /**
     * Returns this question, asked about one integration.
     *
     * @param owner whom the integration belongs to; for a new one, whom it will belong to
     * @param administration who sets up integrations of its kind
     * @return the question
     */
    public AccessRequest about(Owner owner, Administration administration) {
        return new AccessRequest(actor, roles, operation, owner, administration, unscoped);
    }

    /**
     * Returns this question, asked about an integration whose one session serves many and which has no scope.
     *
     * @return the question
     */
    public AccessRequest unscoped() {
        return new AccessRequest(actor, roles, operation, owner, administration, true);
    }

    /**
     * Tells whether the integration serves many by one session and restricts nothing.
     *
     * @return {@code true} if everything that its session may read can be read through it
     */
    public boolean isUnscoped() {
        return unscoped;
    }

    /**
     * Returns who acts.
     *
     * @return the actor
     */
    public Actor actor() {
        return actor;
    }

    /**
     * Returns the roles that the host gives to the actor.
     *
     * @return the roles; may be empty
     */
    public Set<Role> roles() {
        return roles;
    }

    /**
     * Returns what is asked for.
     *
     * @return the operation
     */
    public Operation operation() {
        return operation;
    }

    /**
     * Returns whom the integration belongs to.
     *
     * @return the owner; empty if the operation concerns no integration
     */
    public Optional<Owner> owner() {
        return Optional.ofNullable(owner);
    }

    /**
     * Returns who sets up integrations of this kind.
     *
     * @return the administration; empty if the operation concerns no integration
     */
    public Optional<Administration> administration() {
        return Optional.ofNullable(administration);
    }
}
