package io.claviger.internal.link;

import io.claviger.Actor;
import io.claviger.SecretReference;
import io.claviger.internal.cache.Cell;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * A reference and the place in the cache where its value was last found. Reading through that place is what makes a warm
 * read cheap: when the secret leaves the cache the place is emptied, and the binding looks for another.
 */
public final class Binding {

    private static final AtomicReferenceFieldUpdater<Binding, Cell> CELL =
            AtomicReferenceFieldUpdater.newUpdater(Binding.class, Cell.class, "cell");

    @SuppressWarnings("rawtypes") // a class literal has no type arguments
    private static final AtomicReferenceFieldUpdater<Binding, ConcurrentHashMap> PERSONAL =
            AtomicReferenceFieldUpdater.newUpdater(Binding.class, ConcurrentHashMap.class, "personal");

    private final SecretReference reference;
    private final boolean guarded;
    private volatile Cell cell = Cell.EMPTY;
    private volatile @Nullable ConcurrentHashMap<Optional<Actor>, Binding> personal;

    /**
     * Creates a binding that found nothing yet.
     *
     * @param reference where the value lives
     */
    public Binding(SecretReference reference) {
        this(reference, false);
    }

    /**
     * Creates a binding that found nothing yet.
     *
     * @param reference where the value lives
     * @param guarded whether each use of the value has to be checked: then it is never found without a plan
     */
    public Binding(SecretReference reference, boolean guarded) {
        this.reference = reference;
        this.guarded = guarded;
    }

    /**
     * Tells whether each use of the value has to be checked.
     *
     * @return {@code true} if its place must not be remembered
     */
    public boolean guarded() {
        return guarded;
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

    /**
     * Returns the binding of the same reference for one actor alone, for integrations where people sign in one by one:
     * what one may read is never found by another (S9).
     *
     * @param actor whose session it is; {@code null} for the host itself
     * @return the actor's binding; retired if this one is
     */
    public Binding of(@Nullable Actor actor) {
        Binding own =
                personalBindings().computeIfAbsent(Optional.ofNullable(actor), key -> new Binding(reference, guarded));
        if (cell == Cell.RETIRED) {
            own.retire();
        }
        return own;
    }

    private ConcurrentHashMap<Optional<Actor>, Binding> personalBindings() {
        ConcurrentHashMap<Optional<Actor>, Binding> known = personal;
        if (known == null) {
            PERSONAL.compareAndSet(this, null, new ConcurrentHashMap<>());
            known = Objects.requireNonNull(personal);
        }
        return known;
    }

    /** Forgets the place for good: the link points elsewhere, or is switched off or gone. */
    public void retire() {
        cell = Cell.RETIRED;
        ConcurrentHashMap<Optional<Actor>, Binding> known = personal;
        if (known != null) {
            known.values().forEach(Binding::retire);
        }
    }
}
