package io.claviger;

import java.time.Duration;
import java.util.List;

/**
 * The cache of fetched secrets, as those who administer it see it: expiration, resets, statistics. Values are reached
 * through a {@link SecretResolver} only.
 *
 * <p>Values live in memory, never on disk. After its expiration a value is not served again: a timer takes it out, so
 * that reading need not look at a clock.
 */
public interface ResolvingCache {

    /**
     * Returns how long a fetched secret is served.
     *
     * @return the expiration; by default 60 minutes
     */
    Duration expiration();

    /**
     * Changes how long fetched secrets are served; applies to those already cached as well, counted from their fetch.
     *
     * @param expiration whole minutes, from 1 to 10,080
     * @throws ConfigurationException if the expiration is not in that range or not whole minutes
     * @throws AccessRefusedException if the actor may not configure the cache
     */
    void setExpiration(Duration expiration);

    /**
     * Drops every value. Once this has returned, no later call sees a value fetched before it, not even from a read
     * that was already under way.
     *
     * @throws AccessRefusedException if the actor may not configure the cache
     */
    void reset();

    /**
     * Drops the values of one integration, as {@link #reset()} does for all.
     *
     * @param alias the alias of the integration
     * @throws AccessRefusedException if the actor may not configure the cache
     */
    void resetIntegration(String alias);

    /**
     * Drops the secret that a name is linked to, for every name that shares it, as {@link #reset()} does for all.
     *
     * @param name the secret name; nothing happens if it is not linked
     * @throws AccessRefusedException if the actor may not change links
     */
    void resetName(String name);

    /**
     * Returns what the cache did so far.
     *
     * @return counters of this moment
     */
    CacheStatistics statistics();

    /**
     * Returns what is cached: which secrets, since when, until when, in which version. Never a value.
     *
     * @return the secrets of the integrations that the actor may see, by alias and location
     */
    List<CachedSecret> contents();
}
