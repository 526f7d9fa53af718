package io.claviger.internal.link;

import io.claviger.SecretReference;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The places in the cache of references that are used without a link. Only a way to find a cached value faster: when there
 * are too many, or links have changed, all are forgotten, and each is looked up once more.
 */
public final class DirectReferences {

    private final ConcurrentHashMap<SecretReference, Binding> bindings = new ConcurrentHashMap<>();
    private final LinkTable links;
    private final long most;

    /**
     * Creates an empty set.
     *
     * @param links restrict what they point to, also where it is referred to directly (T8)
     * @param most how many are kept
     */
    public DirectReferences(LinkTable links, long most) {
        this.links = links;
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
            forget();
        }
        Links now = links.now();
        Binding created = new Binding(reference, now.restricts(reference.alias()));
        Binding earlier = bindings.putIfAbsent(reference, created);
        if (links.now() != now) {
            // a link may have come to restrict it meanwhile
            forget();
        }
        return earlier == null ? created : earlier;
    }

    /** Forgets all places: links have changed, or there are too many. */
    public void forget() {
        bindings.values().forEach(Binding::retire);
        bindings.clear();
    }
}
