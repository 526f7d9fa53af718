package io.claviger;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One change of a link's target; several make one atomic step in {@link IntegrationManager#relink(java.util.Collection)}.
 * What is not said stays as it is. Immutable.
 */
public final class Relink {

    private final LinkId id;
    private final SecretReference target;
    private final @Nullable SecretReference expected;
    private final boolean verified;

    private Relink(LinkId id, SecretReference target, @Nullable SecretReference expected, boolean verified) {
        this.id = id;
        this.target = target;
        this.expected = expected;
        this.verified = verified;
    }

    /**
     * Returns a change.
     *
     * @param id which link
     * @param target where its value lives from now on
     * @return the change
     */
    public static Relink of(LinkId id, SecretReference target) {
        return new Relink(id, target, null, false);
    }

    /**
     * Returns this change, to be made only if the link still points where it is thought to.
     *
     * @param reference what the link points to now
     * @return a new change
     */
    public Relink expecting(SecretReference reference) {
        return new Relink(id, target, reference, verified);
    }

    /**
     * Returns this change, to be made only if the new target has a value that can be read: it is read first.
     *
     * @return a new change
     */
    public Relink verified() {
        return new Relink(id, target, expected, true);
    }

    /**
     * Returns which link changes.
     *
     * @return the id
     */
    public LinkId id() {
        return id;
    }

    /**
     * Returns the new target.
     *
     * @return where the value lives from now on
     */
    public SecretReference target() {
        return target;
    }

    /**
     * Returns what the link must point to for the change to be made.
     *
     * @return the reference; empty for whatever it points to
     */
    public Optional<SecretReference> expected() {
        return Optional.ofNullable(expected);
    }

    /**
     * Tells whether the new target is read first.
     *
     * @return by default {@code false}
     */
    public boolean isVerified() {
        return verified;
    }

    @Override
    public String toString() {
        return id + " -> " + target;
    }
}
