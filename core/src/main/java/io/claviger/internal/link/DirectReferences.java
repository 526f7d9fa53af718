package io.claviger.internal.link;

import io.claviger.SecretReference;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The places in the cache of references that are used without a link. Only a way to find a cached value faster: when there
 * are too many, all are forgotten, and each is looked up once more.
 */
public final class DirectReferences {

    private final ConcurrentHashMap<SecretReference, Binding> bindings = new ConcurrentHashMap<>();
    private final long most;

    /**
     * Creates an empty set.
     *
     * @param most how many are kept
     */
    public DirectReferences(long most) {
        this.most = most;
    }

    /**
     * Returns the place of a reference.
     *
     * @param reference the reference
     * @return its binding, perhaps a new one
     */
    public Binding of(SecretReference reference) {
        Binding known = bindings.get(reference);
        return known != null ? known : add(reference);
    }

    private Binding add(SecretReference reference) {
        if (bindings.mappingCount() >= most) {
            bindings.clear();
        }
        Binding created = new Binding(reference);
        Binding earlier = bindings.putIfAbsent(reference, created);
        return earlier == null ? created : earlier;
    }
}
