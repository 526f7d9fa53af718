package io.claviger;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which link is meant: a name, whose it is, and in which environment. Immutable. */
public final class LinkId {

    private final String name;
    private final Owner owner;
    private final @Nullable String environment;

    private LinkId(String name, Owner owner, @Nullable String environment) {
        this.name = name;
        this.owner = owner;
        this.environment = environment;
    }

    /**
     * Returns the link of the team, for every environment that has none of its own.
     *
     * @param name the secret name
     * @return the id
     */
    public static LinkId of(String name) {
        return new LinkId(name, Owner.team(), null);
    }

    /**
     * Returns the link of the same name that belongs to another owner.
     *
     * @param whose the team or one actor
     * @return a new id
     */
    public LinkId ownedBy(Owner whose) {
        return new LinkId(name, whose, environment);
    }

    /**
     * Returns the link of the same name in an environment.
     *
     * @param which the environment, {@code staging} for example
     * @return a new id
     */
    public LinkId inEnvironment(String which) {
        return new LinkId(name, owner, which);
    }

    /**
     * Returns the name.
     *
     * @return the secret name
     */
    public String name() {
        return name;
    }

    /**
     * Returns whose link it is.
     *
     * @return the team or one actor
     */
    public Owner owner() {
        return owner;
    }

    /**
     * Returns the environment.
     *
     * @return the environment; empty for the default link
     */
    public Optional<String> environment() {
        return Optional.ofNullable(environment);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LinkId that
                && name.equals(that.name)
                && owner.equals(that.owner)
                && Objects.equals(environment, that.environment);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, owner, environment);
    }

    @Override
    public String toString() {
        return name + (environment == null ? "" : "@" + environment) + " of " + owner;
    }
}
