package io.claviger.internal.cache;

import io.claviger.CachePolicy;
import io.claviger.CacheStatistics;
import io.claviger.internal.time.Agenda;
import io.claviger.internal.time.LifeClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** All cached secrets of one manager: what its scopes share. */
public final class SecretCache {

    private final Agenda agenda;
    private final LifeClock clock;
    private final Duration usualTimeout;
    private final Counters counters = new Counters();
    private final OwnerBounds bounds;
    private final EntryPlanner planner;
    private final List<CacheScope> scopes = new CopyOnWriteArrayList<>();

    /**
     * Creates a cache.
     *
     * @param policy how long and how many
     * @param agenda says when something expires or falls due
     * @param clock measures lives
     * @param usualTimeout how long a read in the background may take
     */
    public SecretCache(CachePolicy policy, Agenda agenda, LifeClock clock, Duration usualTimeout) {
        this.agenda = agenda;
        this.clock = clock;
        this.usualTimeout = usualTimeout;
        this.bounds = new OwnerBounds(policy, this::evict);
        this.planner = new EntryPlanner(agenda, policy);
    }

    /**
     * Returns an empty scope, for one session owner of one generation of one integration.
     *
     * @param label whose secrets it holds
     * @param upstream reads them
     * @return the scope
     */
    public CacheScope newScope(ScopeLabel label, Upstream upstream) {
        CacheScope scope = new CacheScope(this, label, upstream);
        scopes.add(scope);
        return scope;
    }

    void retired(CacheScope scope) {
        scopes.remove(scope);
    }

    /**
     * Returns how long fetched secrets are served.
     *
     * @return the expiration
     */
    public Duration expiration() {
        return planner.policy().expiration();
    }

    /**
     * Changes how long fetched secrets are served, those already cached included.
     *
     * @param expiration whole minutes, from 1 to 10,080
     * @throws io.claviger.ConfigurationException if the expiration is not in that range or not whole minutes
     */
    public void setExpiration(Duration expiration) {
        planner.changePolicy(policy -> policy.withExpiration(expiration));
        scopes.forEach(CacheScope::policyChanged);
    }

    /**
     * Returns what the cache did so far.
     *
     * @return counters of this moment
     */
    public CacheStatistics statistics() {
        return counters.statistics(bounds.size());
    }

    /**
     * Returns the counters.
     *
     * @return the counters
     */
    public Counters counters() {
        return counters;
    }

    Agenda agenda() {
        return agenda;
    }

    LifeClock clock() {
        return clock;
    }

    Duration usualTimeout() {
        return usualTimeout;
    }

    EntryPlanner planner() {
        return planner;
    }

    void keep(Entry entry) {
        bounds.add(entry);
        planner.look(entry);
        if (entry.emptied()) {
            // reset between its publication and here
            forget(entry);
        }
    }

    void forget(Entry entry) {
        bounds.remove(entry);
        planner.forget(entry);
    }

    private void evict(Entry entry) {
        counters.evicted();
        entry.scope().drop(entry);
    }
}
