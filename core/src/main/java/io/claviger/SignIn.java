package io.claviger;

import java.net.URI;
import java.time.Instant;

/**
 * A sign-in that has begun: a person has to visit the vault's page, and the host to hand over what comes back, by
 * {@link IntegrationManager#completeSignIn}.
 *
 * <p>Safe for use by several threads. Its {@link Object#toString()} does not show the address.
 */
public interface SignIn {

    /**
     * Returns the alias of the integration.
     *
     * @return the alias
     */
    String alias();

    /**
     * Returns the address of the vault's sign-in page. It is meant for the browser of the person who began: it contains the
     * state, so it does not belong in a log.
     *
     * @return an absolute address
     */
    URI url();

    /**
     * Returns when it is too late to complete the sign-in.
     *
     * @return 10 minutes after its begin, by the wall clock
     */
    Instant expiresAt();

    /**
     * Ends the sign-in: it cannot be completed any more, and a completion under way fails. Does nothing once it is completed
     * or over.
     */
    void cancel();
}
