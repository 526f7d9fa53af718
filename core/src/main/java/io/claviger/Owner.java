package io.claviger;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom an integration belongs to: the team, or one actor.
 *
 * <p>An integration of one actor is read through by that actor alone.
 */
public final class Owner {

    private static final Owner TEAM = new Owner(null);

    private final @Nullable Actor person;

    private Owner(@Nullable Actor person) {
        this.person = person;
    }

    /**
     * Returns the owner that stands for the whole team.
     *
     * @return the team
     */
    public static Owner team() {
        return TEAM;
    }

    /**
     * Returns the owner that is one actor.
     *
     * @param actor the person or service
     * @return that actor as an owner
     */
    public static Owner of(Actor actor) {
        return new Owner(actor);
    }

    /**
     * Returns the actor, unless the team is the owner.
     *
     * @return the actor; empty for the team
     */
    public Optional<Actor> actor() {
        return Optional.ofNullable(person);
    }

    /**
     * Tells whether an actor is the owner.
     *
     * @param actor who asks
     * @return {@code true} if this owner is that one actor
     */
    public boolean is(Actor actor) {
        return actor.equals(person);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Owner that && Objects.equals(person, that.person);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(person);
    }

    @Override
    public String toString() {
        return person == null ? "team" : person.id();
    }
}
