package io.claviger.model;

import io.claviger.AccessPolicy;
import io.claviger.CachePolicy;
import java.time.Duration;

/**
 * How the manager of a sequence is set up.
 *
 * @param strict whether the strict policy holds
 * @param minutes the expiration
 */
record Options(boolean strict, int minutes) {

    AccessPolicy policy() {
        return strict ? AccessPolicy.strict() : AccessPolicy.standard();
    }

    Duration expiration() {
        return Duration.ofMinutes(minutes);
    }

    CachePolicy cachePolicy() {
        return CachePolicy.standard().withExpiration(expiration());
    }
}
