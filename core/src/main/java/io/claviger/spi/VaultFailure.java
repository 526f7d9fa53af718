package io.claviger.spi;

import io.claviger.Reason;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a provider tells the core that a vault gave no secret. The core makes the host's exception of it.
 *
 * <p>Classify by the vault's own error codes rather than by status alone. The detail is the provider's own sentence: it
 * must not quote response bodies, headers, tokens or values. There is no cause, because its text could hold any of
 * them.
 */
public final class VaultFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String detail;
    private final transient @Nullable Duration retryAfter;
    private final @Nullable String requestId;
    private final boolean nothingCreated;

    private VaultFailure(
            Kind kind, String detail, @Nullable Duration retryAfter, @Nullable String requestId, boolean nothing) {
        super(kind + ": " + detail);
        this.kind = kind;
        this.detail = detail;
        this.retryAfter = retryAfter;
        this.requestId = requestId;
        this.nothingCreated = nothing;
    }

    /**
     * Returns a failure.
     *
     * @param kind what it means to the core
     * @param detail one sentence in the provider's own words
     * @return the failure, to be thrown
     */
    public static VaultFailure of(Kind kind, String detail) {
        return new VaultFailure(kind, detail, null, null, false);
    }

    /**
     * Returns this failure with the time that the vault asks to wait.
     *
     * @param time not negative
     * @return a new failure
     */
    public VaultFailure retryAfter(Duration time) {
        return new VaultFailure(kind, detail, time, requestId, nothingCreated);
    }

    /**
     * Returns this failure with the vault's name for the request, for its administrators to look up.
     *
     * @param id the request id
     * @return a new failure
     */
    public VaultFailure requestId(String id) {
        return new VaultFailure(kind, detail, retryAfter, id, nothingCreated);
    }

    /**
     * Returns this failure, marked as having created nothing in the vault: repeating the read mints nothing twice. Of a login,
     * with {@link Kind#MISCONFIGURED}, it says that the credentials never left: those that were given once are kept.
     *
     * @return a new failure
     */
    public VaultFailure nothingCreated() {
        return new VaultFailure(kind, detail, retryAfter, requestId, true);
    }

    /**
     * Returns what it means to the core.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Returns the provider's sentence.
     *
     * @return the detail
     */
    public String detail() {
        return detail;
    }

    /**
     * Returns how long the vault asks to wait.
     *
     * @return the time; empty if the vault named none
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /**
     * Returns the vault's name for the request.
     *
     * @return the request id; empty if there is none
     */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /**
     * Tells whether the failed call certainly created nothing in the vault.
     *
     * @return {@code true} if repeating it is safe
     */
    public boolean createdNothing() {
        return nothingCreated;
    }

    /** What a failure means to the core. */
    public enum Kind {
        /** The session is not accepted any more: log in again. */
        SESSION_ENDED(Reason.REAUTHENTICATION_REQUIRED),
        /** The credentials are wrong, expired or locked out: do not try them again. */
        CREDENTIALS_REFUSED(Reason.REAUTHENTICATION_REQUIRED),
        /** The session is accepted, and may not read this secret. */
        DENIED(Reason.DENIED),
        /** There is no such secret. */
        NOT_FOUND(Reason.NOT_FOUND),
        /** There is no such version of the secret. */
        VERSION_NOT_FOUND(Reason.VERSION_NOT_FOUND),
        /** The secret is deleted, destroyed or scheduled for deletion. */
        DELETED(Reason.DELETED),
        /** The secret is switched off. */
        DISABLED(Reason.DISABLED_IN_VAULT),
        /** The vault asks for fewer requests. */
        THROTTLED(Reason.THROTTLED),
        /** The vault does not answer, is not ready, or answers what cannot be understood. */
        UNAVAILABLE(Reason.UNREACHABLE),
        /** The settings or the reference do not fit the vault. */
        MISCONFIGURED(Reason.MISCONFIGURED);

        private final Reason reason;

        Kind(Reason reason) {
            this.reason = reason;
        }

        /**
         * Returns the reason that a host is given.
         *
         * @return the reason
         */
        public Reason reason() {
            return reason;
        }
    }
}
