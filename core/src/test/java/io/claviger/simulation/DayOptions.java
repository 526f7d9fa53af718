package io.claviger.simulation;

import io.claviger.CachePolicy;
import io.claviger.RetryPolicy;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * What kind of day it is.
 *
 * @param length how long hosts are at work
 * @param vaults how many vaults there are
 * @param secrets how many secrets each has
 * @param actions how much hosts do
 * @param policy how long secrets are served
 * @param retries how reads are tried again
 * @param longestSession how long sessions may live at most
 */
record DayOptions(
        Duration length,
        int vaults,
        int secrets,
        int actions,
        CachePolicy policy,
        RetryPolicy retries,
        Duration longestSession) {

    private static final Duration UNLIMITED = Duration.ofDays(30);

    static DayOptions small(SplittableRandom random) {
        return of(random, Duration.ofMinutes(random.nextInt(45, 150)), random.nextInt(3, 16), random.nextInt(200, 500));
    }

    static DayOptions big(SplittableRandom random) {
        return of(random, Duration.ofHours(24), 130, 8_000);
    }

    private static DayOptions of(SplittableRandom random, Duration length, int secrets, int actions) {
        int minutes = random.nextInt(4) == 0 ? random.nextInt(1, 121) : random.nextInt(1, 20);
        CachePolicy policy = CachePolicy.standard()
                .withExpiration(Duration.ofMinutes(minutes))
                .withStaleWhileUnavailable(random.nextBoolean() ? Duration.ZERO : Duration.ofHours(2))
                .withAbsenceRemembered(random.nextBoolean() ? Duration.ZERO : Duration.ofSeconds(10));
        RetryPolicy retries = random.nextBoolean() ? RetryPolicy.none() : RetryPolicy.standard();
        Duration longest = random.nextInt(3) == 0 ? Duration.ofMinutes(random.nextInt(2, 60)) : UNLIMITED;
        return new DayOptions(length, random.nextInt(2, 4), secrets, actions, policy, retries, longest);
    }
}
