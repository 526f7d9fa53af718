package io.claviger.internal.cache;

import com.google.common.base.Suppliers;
import io.claviger.CachePolicy;
import io.claviger.Owner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The bound on all cached secrets, and each owner's share of it, so that no owner can evict all others (C11). */
final class OwnerBounds {

    private final CachePolicy policy;
    private final Consumer<Entry> evicted;
    // made at the first use: a manager that caches nothing yet starts without it
    private final Supplier<Bound> all;
    private final ConcurrentHashMap<Owner, Bound> shares = new ConcurrentHashMap<>();

    OwnerBounds(CachePolicy policy, Consumer<Entry> evicted) {
        this.policy = policy;
        this.evicted = evicted;
        this.all = Suppliers.memoize(() -> new Bound(policy.maximumSecrets(), evicted));
    }

    void add(Entry entry) {
        share(entry).add(entry);
        all.get().add(entry);
    }

    void remove(Entry entry) {
        share(entry).remove(entry);
        all.get().remove(entry);
    }

    long size() {
        return all.get().size();
    }

    private Bound share(Entry entry) {
        return shares.computeIfAbsent(entry.scope().owner(), owner -> new Bound(policy.maximumSecrets(owner), evicted));
    }
}
