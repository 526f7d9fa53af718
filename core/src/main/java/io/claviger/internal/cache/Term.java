package io.claviger.internal.cache;

import io.claviger.CachePolicy;
import io.claviger.internal.time.Spread;

/**
 * The times of a cached secret, in nanoseconds after its fetch.
 *
 * @param refresh from when on a hit has it read again: after 80 % of its life, give or take 5 % (C6)
 * @param life when it expires (C1, C9)
 * @param drop until when it may be served while the vault is unavailable; its life if it may not (C7)
 */
record Term(long refresh, long life, long drop) {

    private static final double REFRESH = 0.8;
    private static final double SPREAD = 0.05;
    private static final double LATE = 0.95;

    /**
     * Returns the times that a policy gives to a secret.
     *
     * @param policy the policy
     * @param end when the vault says that it ends; {@link Long#MAX_VALUE} for no end
     * @param readEnd the same for the purpose of reading it again in time: later than the end if its lease is being renewed
     * @param key spreads the refreshes of secrets that were read together
     * @return the times
     */
    static Term of(CachePolicy policy, long end, long readEnd, int key) {
        long expiration = policy.expiration().toNanos();
        long life = Math.min(expiration, end);
        long readLife = Math.min(expiration, readEnd);
        long refresh = (long) (readLife * REFRESH * Spread.around(SPREAD, key, readLife));
        long drop = Math.min(expiration + policy.staleWhileUnavailable().toNanos(), end);
        return new Term(refresh, life, Math.max(life, drop));
    }

    /** From when on a refresh reads the secret without asking first whether it has changed: its expiration is near. */
    long lastRefresh() {
        return (long) (life * LATE);
    }
}
