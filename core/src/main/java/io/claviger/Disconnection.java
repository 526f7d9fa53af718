package io.claviger;

/**
 * How a disconnect ended. Locally it always succeeds: values are dropped and nothing is fetched any more.
 *
 * @param alias the alias of the integration
 * @param revocation what became of its session in the vault
 */
public record Disconnection(String alias, Revocation revocation) {

    /** What became of a session in the vault. */
    public enum Revocation {
        /** There was no session that the library had opened. */
        NOTHING_TO_REVOKE,
        /** The vault confirmed that the session is void. */
        REVOKED,
        /** The vault did not confirm it: the session lives until it expires. */
        FAILED
    }
}
