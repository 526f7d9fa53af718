package io.claviger;

import java.time.Duration;

/**
 * What the cache did since its manager was built, at one moment.
 *
 * @param hits lookups served from memory, remembered absences included; reads of a warm {@link SecretHandle} are not
 *     counted
 * @param misses lookups that had to wait for a read
 * @param loads reads that gave a secret, those of refreshes included
 * @param failedLoads reads that gave none, those of refreshes included
 * @param loadTime the time spent in reads, failed ones included
 * @param refreshes reads of secrets that were still cached, begun before they expired or because a service refused them
 * @param staleServed lookups served with a value that had outlived its expiration
 * @param evictions secrets dropped because there were too many
 * @param size secrets cached now
 */
public record CacheStatistics(
        long hits,
        long misses,
        long loads,
        long failedLoads,
        Duration loadTime,
        long refreshes,
        long staleServed,
        long evictions,
        long size) {}
