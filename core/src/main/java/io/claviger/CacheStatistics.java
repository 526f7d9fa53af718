package io.claviger;

import java.time.Duration;

/**
 * What the cache did since its manager was built, at one moment.
 *
 * @param hits lookups served from memory; reads of a warm {@link SecretHandle} are not counted
 * @param misses lookups that had to wait for a read
 * @param loads reads that gave a secret
 * @param failedLoads reads that gave none
 * @param loadTime the time spent in reads, failed ones included
 * @param evictions secrets dropped because there were too many
 * @param size secrets cached now
 */
public record CacheStatistics(
        long hits, long misses, long loads, long failedLoads, Duration loadTime, long evictions, long size) {}
