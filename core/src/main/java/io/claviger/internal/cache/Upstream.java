package io.claviger.internal.cache;

import io.claviger.SecretLease;
import io.claviger.SecretSnapshot;
import io.claviger.internal.failure.FailureException;
import io.claviger.spi.Locator;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A vault as the cache sees it. What it returns completes as asked, or with a {@link FailureException}; it never throws. */
public interface Upstream {

    /**
     * Reads a secret.
     *
     * @param locator what to read
     * @param timeout how long it may take, retries included
     * @return completes with what it gave
     */
    CompletableFuture<Reading> read(Locator locator, Duration timeout);

    /**
     * Asks whether a secret is still the same.
     *
     * @param locator what was read
     * @param known what was read then
     * @param timeout how long it may take
     * @return completes with {@code true} only if it is certainly the same
     */
    CompletableFuture<Boolean> unchanged(Locator locator, SecretSnapshot known, Duration timeout);

    /**
     * Makes a lease last longer.
     *
     * @param lease the lease
     * @param timeout how long it may take
     * @return completes with how long it lasts from now; with empty if it is not renewed any more
     */
    CompletableFuture<Optional<Duration>> renew(SecretLease lease, Duration timeout);

    /**
     * Ends a lease that nobody received. Does not wait.
     *
     * @param lease the lease
     */
    void abandon(SecretLease lease);
}
