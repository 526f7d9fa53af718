package io.claviger.internal.cache;

import io.claviger.CachePolicy;
import io.claviger.CacheStatistics;
import io.claviger.Owner;
import io.claviger.TimeSource;
import io.claviger.internal.call.BoundedCalls;
import io.claviger.internal.time.LifeClock;
import java.time.Duration;

/** All cached secrets of one manager: what its scopes share. */
public final class SecretCache {

    private final BoundedCalls calls;
    private final LifeClock clock;
    private final Counters counters = new Counters();
    private final OwnerBounds bounds;
    private final ExpiryTimer expiry;
    private volatile CachePolicy policy;

    /**
     * Creates a cache.
     *
     * @param policy how long and how many
     * @param time schedules the expiry
     * @param clock measures lives
     * @param calls runs reads
     */
    public SecretCache(CachePolicy policy, TimeSource time, LifeClock clock, BoundedCalls calls) {
        this.policy = policy;
        this.calls = calls;
        this.clock = clock;
        this.bounds = new OwnerBounds(policy, this::evict);
        this.expiry = new ExpiryTimer(time, clock, policy.expiration());
    }

    /**
     * Returns an empty scope, for one generation of one integration.
     *
     * @param owner whose share of the cache it uses
     * @return the scope
     */
    public CacheScope newScope(Owner owner) {
        return new CacheScope(this, owner);
    }

    /**
     * Returns how long fetched secrets are served.
     *
     * @return the expiration
     */
    public Duration expiration() {
        return policy.expiration();
    }

    /**
     * Changes how long fetched secrets are served, those already cached included.
     *
     * @param expiration whole minutes, from 1 to 10,080
     * @throws io.claviger.ConfigurationException if the expiration is not in that range or not whole minutes
     */
    public void setExpiration(Duration expiration) {
        policy = policy.withExpiration(expiration);
        expiry.setExpiration(expiration);
    }

    /**
     * Returns what the cache did so far.
     *
     * @return counters of this moment
     */
    public CacheStatistics statistics() {
        return counters.statistics(bounds.size());
    }

    /** Ends the expiry timer. To be called when every scope is retired. */
    public void close() {
        expiry.close();
    }

    BoundedCalls calls() {
        return calls;
    }

    LifeClock clock() {
        return clock;
    }

    /**
     * Returns the counters.
     *
     * @return the counters
     */
    public Counters counters() {
        return counters;
    }

    void keep(Entry entry) {
        expiry.add(entry);
        bounds.add(entry);
        if (entry.emptied()) {
            // reset between its publication and here
            forget(entry);
        }
    }

    void forget(Entry entry) {
        expiry.remove(entry);
        bounds.remove(entry);
    }

    private void evict(Entry entry) {
        counters.evicted();
        entry.scope().drop(entry);
    }
}
