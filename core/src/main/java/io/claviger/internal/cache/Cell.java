package io.claviger.internal.cache;

import io.claviger.SecretValue;
import org.jspecify.annotations.Nullable;

/**
 * The place of one selected value: filled while its secret is cached, empty for ever after. Reading it is the whole of a
 * warm read, so it is one volatile load.
 */
public final class Cell {

    /** A place that was never filled. */
    public static final Cell EMPTY = new Cell(null);

    /** The place of a binding that will never be filled again. */
    public static final Cell RETIRED = new Cell(null);

    private volatile @Nullable SecretValue value;

    // racy on purpose: a hint for eviction, where a lost update costs nothing
    private boolean used;

    Cell(@Nullable SecretValue value) {
        this.value = value;
    }

    /**
     * Returns the value, if it is still cached.
     *
     * @return the value, or {@code null}
     */
    public @Nullable SecretValue value() {
        SecretValue current = value;
        if (current != null && !used) {
            used = true;
        }
        return current;
    }

    boolean takeUsed() {
        boolean was = used;
        used = false;
        return was;
    }

    void clear() {
        value = null;
    }
}
