package io.claviger;

import java.time.Instant;
import java.util.Optional;

/**
 * What the cache has of one secret: where it is from, since when and until when, and never a value.
 *
 * @param alias the alias of its integration
 * @param location what was read, in the vault's own spelling: a path and perhaps a version
 * @param sessionOwner whose session it was read in, where people sign in one by one; empty for a shared session
 * @param version the version that the vault gave with it; empty if it keeps none
 * @param fetchedAt when it was read, by the wall clock
 * @param expiresAt when it expires; for a stale one in the past
 * @param stale whether it has outlived its expiration and is served only while its vault cannot be reached
 */
public record CachedSecret(
        String alias,
        String location,
        Optional<Actor> sessionOwner,
        Optional<String> version,
        Instant fetchedAt,
        Instant expiresAt,
        boolean stale) {}
