package io.claviger.testkit.vault;

import io.claviger.spi.VaultFailure;
import java.time.Instant;
import java.util.Optional;

/**
 * One call that a {@link ScriptedVault} was asked, as its log keeps it.
 *
 * @param kind what was asked
 * @param subject the path, with its version if one was named; the id of a lease; the user of a login or session; or
 *     where a person who signs in is sent back to
 * @param time when it was asked
 * @param failure how it failed; empty if it succeeded
 */
public record VaultCall(Kind kind, String subject, Instant time, Optional<VaultFailure.Kind> failure) {

    /** What was asked. */
    public enum Kind {
        /** A login. */
        LOGIN,
        /** Where a person can sign in. */
        SIGN_IN,
        /** A code that a person has brought back was to become a session. */
        REDEEM,
        /** A secret was read. */
        READ,
        /** Whether a secret is still the same. */
        PROBE,
        /** A session was to last longer. */
        RENEW_SESSION,
        /** A session was to end. */
        REVOKE_SESSION,
        /** A lease was to last longer. */
        RENEW_LEASE,
        /** A lease was to end. */
        REVOKE_LEASE,
        /** A value was stored. */
        WRITE,
        /** A secret was removed. */
        ERASE
    }
}
