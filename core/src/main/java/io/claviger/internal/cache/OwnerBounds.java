package io.claviger.internal.cache;

import io.claviger.CachePolicy;
import io.claviger.Owner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The bound on all cached secrets, and each owner's share of it, so that no owner can evict all others (C11). */
final class OwnerBounds {

    private final CachePolicy policy;
    private final Consumer<Entry> evicted;
    private final Bound all;
    private final ConcurrentHashMap<Owner, Bound> shares = new ConcurrentHashMap<>();

    OwnerBounds(CachePolicy policy, Consumer<Entry> evicted) {
        this.policy = policy;
        this.evicted = evicted;
        this.all = new Bound(policy.maximumSecrets(), evicted);
    }

    void add(Entry entry) {
        share(entry).add(entry);
        all.add(entry);
    }

    void remove(Entry entry) {
        share(entry).remove(entry);
        all.remove(entry);
    }

    long size() {
        return all.size();
    }

    private Bound share(Entry entry) {
        return shares.computeIfAbsent(entry.scope().owner(), owner -> new Bound(policy.maximumSecrets(owner), evicted));
    }
}
