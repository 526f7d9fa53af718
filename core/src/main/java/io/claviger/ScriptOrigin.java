package io.claviger;

import io.claviger.internal.text.SafeText;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a script comes from, as the host says: a collection, perhaps within a workspace, or a workspace. What is decided about
 * script access is decided about its origin.
 *
 * <p>Immutable. Two origins of the same kind and id are equal, whatever their titles and workspaces.
 */
public final class ScriptOrigin {

    private static final int LONGEST_ID = 256;

    private final Kind kind;
    private final String id;
    private final String title;
    private final @Nullable ScriptOrigin workspace;

    private ScriptOrigin(Kind kind, String id, String title, @Nullable ScriptOrigin workspace) {
        if (id.isBlank() || id.length() > LONGEST_ID) {
            throw new IllegalArgumentException(
                    "The id of a script's origin must have 1 to 256 characters that are not all blank.");
        }
        this.kind = kind;
        this.id = id;
        this.title = title;
        this.workspace = workspace;
    }

    /**
     * Returns a collection in no workspace.
     *
     * @param id the host's stable identifier; not blank, at most 256 characters
     * @param title what people call it
     * @return the origin
     * @throws IllegalArgumentException if the identifier is blank or too long
     */
    public static ScriptOrigin collection(String id, String title) {
        return new ScriptOrigin(Kind.COLLECTION, id, title, null);
    }

    /**
     * Returns a workspace.
     *
     * @param id the host's stable identifier; not blank, at most 256 characters
     * @param title what people call it
     * @return the origin
     * @throws IllegalArgumentException if the identifier is blank or too long
     */
    public static ScriptOrigin workspace(String id, String title) {
        return new ScriptOrigin(Kind.WORKSPACE, id, title, null);
    }

    /**
     * Returns this collection within a workspace: what is decided about the workspace holds for it too, unless something else
     * is decided about the collection itself.
     *
     * @param whole the workspace
     * @return the origin
     * @throws IllegalArgumentException if this is no collection or that is no workspace
     */
    public ScriptOrigin within(ScriptOrigin whole) {
        if (kind != Kind.COLLECTION || whole.kind != Kind.WORKSPACE) {
            throw new IllegalArgumentException("Only a collection is within something, and only within a workspace.");
        }
        return new ScriptOrigin(kind, id, title, whole);
    }

    /**
     * Returns what kind of origin this is.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Returns the host's identifier.
     *
     * @return the identifier
     */
    public String id() {
        return id;
    }

    /**
     * Returns what people call it.
     *
     * @return the title as the host gave it; may be anything
     */
    public String title() {
        return title;
    }

    /**
     * Returns the workspace that this collection is within.
     *
     * @return the workspace; empty for a workspace, and for a collection in none
     */
    public Optional<ScriptOrigin> workspace() {
        return Optional.ofNullable(workspace);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScriptOrigin that && kind == that.kind && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, id);
    }

    /** Returns kind and id, fit for logs. */
    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + SafeText.of(id);
    }

    /** What scripts come from. */
    public enum Kind {
        /** A collection of requests. */
        COLLECTION,
        /** A workspace, with all its collections. */
        WORKSPACE
    }
}
