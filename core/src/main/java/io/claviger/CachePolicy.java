package io.claviger;

import java.time.Duration;

/**
 * How long fetched secrets are served from memory, how many, and what happens while a vault cannot be reached.
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

    /** How long absence and denial are remembered by default: 10 seconds. */
    public static final Duration DEFAULT_ABSENCE = Duration.ofSeconds(10);

    private static final Duration LONGEST_ABSENCE = Duration.ofMinutes(10);
    private static final Duration SERVICE_OUTAGE = Duration.ofHours(8);
    private static final long DEFAULT_MAXIMUM_SECRETS = 10_000;
    private static final long TENTH = 10;

    private final Duration expiration;
    private final long maximumSecrets;
    private final Duration staleWhileUnavailable;
    private final Duration absence;

    private CachePolicy(Duration expiration, long maximumSecrets, Duration staleWhileUnavailable, Duration absence) {
        this.expiration = expiration;
        this.maximumSecrets = maximumSecrets;
        this.staleWhileUnavailable = staleWhileUnavailable;
        this.absence = absence;
    }

    /**
     * Returns the default policy: 60 minutes, 10,000 secrets, nothing served after its expiration, absence remembered for
     * 10 seconds.
     *
     * @return the policy
     */
    public static CachePolicy standard() {
        return new CachePolicy(DEFAULT_EXPIRATION, DEFAULT_MAXIMUM_SECRETS, Duration.ZERO, DEFAULT_ABSENCE);
    }

    /**
     * Returns a policy for services that must go on while their vault is down: as {@link #standard()}, and values may
     * outlive their expiration by 8 hours while the vault is unavailable.
     *
     * <p>A service that reads what it needs when it starts, by {@link SecretResolver#prefetch()}, survives an outage of 8
     * hours, whenever it begins; see {@link #outageSurvived()}.
     *
     * @return the policy
     */
    public static CachePolicy service() {
        return standard().withStaleWhileUnavailable(SERVICE_OUTAGE);
    }

    /**
     * Returns this policy with another expiration.
     *
     * @param expiration whole minutes, from 1 to 10,080
     * @return a new policy
     * @throws ConfigurationException if the expiration is not in that range or not whole minutes
     */
    public CachePolicy withExpiration(Duration expiration) {
        return new CachePolicy(checked(expiration), maximumSecrets, staleWhileUnavailable, absence);
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
        return new CachePolicy(expiration, secrets, staleWhileUnavailable, absence);
    }

    /**
     * Returns this policy with another time for which values may outlive their expiration while their vault is
     * unavailable or throttles. Such a value is marked as {@link Resolution#stale()}. Denial, deletion, reset, relink and
     * disconnect end it at once, and so does a vault that answers again.
     *
     * @param duration from zero, which switches it off, to 7 days
     * @return a new policy
     * @throws ConfigurationException if the duration is not in that range
     */
    public CachePolicy withStaleWhileUnavailable(Duration duration) {
        if (duration.isNegative() || duration.compareTo(LONGEST_EXPIRATION) > 0) {
            throw new ConfigurationException("The time for stale values is " + duration
                    + ". Set it to zero, which switches it off, or to at most 7 days.");
        }
        return new CachePolicy(expiration, maximumSecrets, duration, absence);
    }

    /**
     * Returns this policy with another time for which it is remembered that a secret is absent or denied, so that callers
     * who ask again and again do not reach the vault each time.
     *
     * @param duration from zero, which switches it off, to 10 minutes
     * @return a new policy
     * @throws ConfigurationException if the duration is not in that range
     */
    public CachePolicy withAbsenceRemembered(Duration duration) {
        if (duration.isNegative() || duration.compareTo(LONGEST_ABSENCE) > 0) {
            throw new ConfigurationException("Absence is remembered for " + duration
                    + ". Set it to zero, which switches it off, or to at most 10 minutes.");
        }
        return new CachePolicy(expiration, maximumSecrets, staleWhileUnavailable, duration);
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

    /**
     * Returns for how long values may outlive their expiration while their vault is unavailable or throttles.
     *
     * @return by default zero: they may not
     */
    public Duration staleWhileUnavailable() {
        return staleWhileUnavailable;
    }

    /**
     * Returns for how long absence and denial are remembered.
     *
     * @return by default 10 seconds
     */
    public Duration absence() {
        return absence;
    }

    /**
     * Returns the outage of a vault that a value is sure to survive, provided that it was fetched before and its session
     * is not a personal one. It is the time for stale values, because the value may be about to expire when the outage
     * begins; one that was fetched just before it survives by its expiration longer.
     *
     * @return by default zero
     */
    public Duration outageSurvived() {
        return staleWhileUnavailable;
    }

    @Override
    public String toString() {
        return "CachePolicy[expiration=" + expiration + ", maximumSecrets=" + maximumSecrets
                + ", staleWhileUnavailable=" + staleWhileUnavailable + ", absence=" + absence + "]";
    }
}
