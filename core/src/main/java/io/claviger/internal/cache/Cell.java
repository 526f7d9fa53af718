package io.claviger.internal.cache;

import io.claviger.SecretValue;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The place of one selected value: filled while its secret is cached, empty for ever after. Reading it is the whole of a
 * warm read, so it is one volatile load and one plain one.
 */
public final class Cell {

    /** A place that was never filled. */
    public static final Cell EMPTY = new Cell(null, null);

    /** The place of a binding that will never be filled again. */
    public static final Cell RETIRED = new Cell(null, null);

    private static final VarHandle USED = usedField();

    private final @Nullable Entry entry;
    private volatile @Nullable SecretValue value;

    // read without any order, which is free: at worst a use is noticed one read later
    private boolean used;

    Cell(@Nullable Entry entry, @Nullable SecretValue value) {
        this.entry = entry;
        this.value = value;
    }

    private static VarHandle usedField() {
        try {
            return MethodHandles.lookup().findVarHandle(Cell.class, "used", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a field of this class", e);
        }
    }

    /**
     * Returns the value, if it is still cached.
     *
     * @return the value, or {@code null}
     */
    public @Nullable SecretValue value() {
        SecretValue current = value;
        if (current != null && !used) {
            firstUse();
        }
        return current;
    }

    // the order matters: a refresh that falls due at this moment is seen here, or by the next read
    private void firstUse() {
        USED.setVolatile(this, true);
        if (entry != null) {
            entry.touched();
        }
    }

    /**
     * Tells whether the value is still cached, and does not count as a use of it.
     *
     * @return {@code true} if so
     */
    public boolean filled() {
        return value != null;
    }

    @Nullable
    Entry entry() {
        return entry;
    }

    /** Whether both are of the same secret, and from different reads of it. */
    boolean isOfAnotherReadThan(Cell other) {
        return entry != other.entry && entry != null && other.entry != null && entry.isOfSameSecretAs(other.entry);
    }

    boolean takeUsed() {
        return (boolean) USED.getAndSet(this, false);
    }

    void clear() {
        value = null;
    }
}
