package io.claviger.internal.link;

import io.claviger.SecretReference;
import io.claviger.internal.cache.Cell;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/**
 * A reference and the place in the cache where its value was last found. Reading through that place is what makes a warm
 * read cheap: when the secret leaves the cache the place is emptied, and the binding looks for another.
 */
public final class Binding {

    private static final AtomicReferenceFieldUpdater<Binding, Cell> CELL =
            AtomicReferenceFieldUpdater.newUpdater(Binding.class, Cell.class, "cell");

    private final SecretReference reference;
    private volatile Cell cell = Cell.EMPTY;

    /**
     * Creates a binding that found nothing yet.
     *
     * @param reference where the value lives
     */
    public Binding(SecretReference reference) {
        this.reference = reference;
    }

    /**
     * Returns where the value lives.
     *
     * @return the reference
     */
    public SecretReference reference() {
        return reference;
    }

    /**
     * Returns the place where the value was last found.
     *
     * @return a place, perhaps empty
     */
    public Cell cell() {
        return cell;
    }

    /**
     * Remembers where the value was found.
     *
     * @param found the place
     */
    public void remember(Cell found) {
        Cell current = cell;
        if (current != Cell.RETIRED) {
            CELL.compareAndSet(this, current, found);
        }
    }

    /** Forgets the place for good: the link points elsewhere, or is switched off or gone. */
    public void retire() {
        cell = Cell.RETIRED;
    }
}
