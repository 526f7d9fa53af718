package io.claviger;

import java.time.Duration;

/**
 * How long fetched secrets are served from memory, and how many.
 *
 * <p>Immutable.
 */
public final class CachePolicy {

    /** The expiration by default: 60 minutes. */
    public static final Duration DEFAULT_EXPIRATION = Duration.ofMinutes(60);

    /** The shortest expiration: 1 minute. */
    public static final Duration SHORTEST_EXPIRATION = Duration.ofMinutes(1);

    /** The longest expiration: 10,080 minutes, which is a week. */
    public static final Duration LONGEST_EXPIRATION = Duration.ofDays(7);

    private static final long DEFAULT_MAXIMUM_SECRETS = 10_000;
    private static final long TENTH = 10;

    private final Duration expiration;
    private final long maximumSecrets;

    private CachePolicy(Duration expiration, long maximumSecrets) {
        this.expiration = expiration;
        this.maximumSecrets = maximumSecrets;
    }

    /**
     * Returns the default policy: 60 minutes, 10,000 secrets.
     *
     * @return the policy
     */
    public static CachePolicy standard() {
        return new CachePolicy(DEFAULT_EXPIRATION, DEFAULT_MAXIMUM_SECRETS);
    }

    /**
     * Returns this policy with another expiration.
     *
     * @param expiration whole minutes, from 1 to 10,080
     * @return a new policy
     * @throws ConfigurationException if the expiration is not in that range or not whole minutes
     */
    public CachePolicy withExpiration(Duration expiration) {
        return new CachePolicy(checked(expiration), maximumSecrets);
    }

    /**
     * Returns this policy with another bound on how many secrets are kept.
     *
     * @param secrets at least 1
     * @return a new policy
     * @throws ConfigurationException if it is less than 1
     */
    public CachePolicy withMaximumSecrets(long secrets) {
        if (secrets < 1) {
            throw new ConfigurationException(
                    "The maximum number of cached secrets is " + secrets + ". Set it to 1 or more.");
        }
        return new CachePolicy(expiration, secrets);
    }

    private static Duration checked(Duration expiration) {
        boolean wholeMinutes = Duration.ofMinutes(expiration.toMinutes()).equals(expiration);
        if (!wholeMinutes
                || expiration.compareTo(SHORTEST_EXPIRATION) < 0
                || expiration.compareTo(LONGEST_EXPIRATION) > 0) {
            throw new ConfigurationException(
                    "The expiration is " + expiration + ". Set it to whole minutes, from 1 to 10,080 (a week).");
        }
        return expiration;
    }

    /**
     * Returns how long a fetched secret is served from the cache.
     *
     * @return whole minutes, from 1 to 10,080; by default 60
     */
    public Duration expiration() {
        return expiration;
    }

    /**
     * Returns how many secrets are kept at most; beyond that, those least useful lately are dropped.
     *
     * @return at least 1; by default 10,000
     */
    public long maximumSecrets() {
        return maximumSecrets;
    }

    /**
     * Returns how many secrets of one owner's integrations are kept at most, so that no owner can evict all others: nine
     * tenths of {@link #maximumSecrets()} for the team, one tenth for an actor, and at least one.
     *
     * @param owner the team or one actor
     * @return at least 1
     */
    public long maximumSecrets(Owner owner) {
        long tenth = Math.max(1, maximumSecrets / TENTH);
        return owner.actor().isPresent() ? tenth : Math.max(1, maximumSecrets - tenth);
    }

    @Override
    public String toString() {
        return "CachePolicy[expiration=" + expiration + ", maximumSecrets=" + maximumSecrets + "]";
    }
}
