package io.claviger;

import java.time.Duration;

/**
 * What a vault says of a credential that it made for one read: how long it lasts, and whether it can last longer. A
 * database user, for example.
 *
 * <p>Immutable. {@link #toString()} does not show the id, with which a holder of the session could end the lease.
 */
public final class SecretLease {

    private final transient String id;
    private final Duration length;
    private final boolean renewable;

    private SecretLease(String id, Duration length, boolean renewable) {
        this.id = id;
        this.length = length;
        this.renewable = renewable;
    }

    /**
     * Returns a lease that ends when its time is over.
     *
     * @param id the vault's name for it
     * @param length how long it lasts, counted from the read; not negative
     * @return the lease
     * @throws IllegalArgumentException if the length is negative
     */
    public static SecretLease of(String id, Duration length) {
        if (length.isNegative()) {
            throw new IllegalArgumentException("The length of a lease must not be negative.");
        }
        return new SecretLease(id, length, false);
    }

    /**
     * Returns this lease, marked as one that the vault can make longer.
     *
     * @return a new lease
     */
    public SecretLease asRenewable() {
        return new SecretLease(id, length, true);
    }

    /**
     * Returns the vault's name for it.
     *
     * @return the id; not for logs
     */
    public String id() {
        return id;
    }

    /**
     * Returns how long it lasts, counted from the read.
     *
     * @return the length
     */
    public Duration length() {
        return length;
    }

    /**
     * Tells whether the vault can make it longer.
     *
     * @return {@code true} if so
     */
    public boolean renewable() {
        return renewable;
    }

    @Override
    public String toString() {
        return "SecretLease[length=" + length + ", renewable=" + renewable + "]";
    }
}
