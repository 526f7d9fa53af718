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

    private AccessRequest(
            Actor actor,
            Set<Role> roles,
            Operation operation,
            @Nullable Owner owner,
            @Nullable Administration administration) {
        this.actor = actor;
        this.roles = Set.copyOf(roles);
        this.operation = operation;
        this.owner = owner;
        this.administration = administration;
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
        return new AccessRequest(actor, roles, operation, null, null);
    }

    /**
     * Returns this question, asked about one integration.
     *
     * @param owner whom the integration belongs to; for a new one, whom it will belong to
     * @param administration who sets up integrations of its kind
     * @return the question
     */
    public AccessRequest about(Owner owner, Administration administration) {
        return new AccessRequest(actor, roles, operation, owner, administration);
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
