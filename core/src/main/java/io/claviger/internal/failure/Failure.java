package io.claviger.internal.failure;

import io.claviger.Reason;
import io.claviger.Resolution;
import io.claviger.SecretReference;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why a secret could not be had, free of anybody else's text.
 *
 * @param reason what a host is told
 * @param detail what exactly went wrong; may be empty
 * @param retryAfter how long the vault asks to wait; {@code null} if it named no time
 * @param trace where a provider failed, sanitized; {@code null} if none threw
 * @param sessionEnded whether the vault does not accept the session any more
 * @param createdNothing whether the failed call certainly created nothing in the vault
 */
public record Failure(
        Reason reason,
        String detail,
        @Nullable Duration retryAfter,
        @Nullable SanitizedThrowable trace,
        boolean sessionEnded,
        boolean createdNothing) {

    // a vault that says one of these is up, and will say it again
    private static final Set<Reason> DEFINITE = EnumSet.of(
            Reason.DENIED, Reason.NOT_FOUND, Reason.VERSION_NOT_FOUND, Reason.DELETED, Reason.DISABLED_IN_VAULT);

    /**
     * Returns a failure that the library itself noticed.
     *
     * @param reason what a host is told
     * @param detail what exactly went wrong; may be empty
     * @return the failure
     */
    public static Failure of(Reason reason, String detail) {
        return new Failure(reason, detail, null, null, false, false);
    }

    /**
     * Returns this failure with the time to wait before it makes sense to try again.
     *
     * @param time the time to wait
     * @return a new failure
     */
    public Failure withRetryAfter(Duration time) {
        return new Failure(reason, detail, time, trace, sessionEnded, createdNothing);
    }

    /**
     * Returns this failure as it is remembered: for others than those whose read it was.
     *
     * @return a new failure without the trace
     */
    public Failure remembered() {
        return new Failure(reason, detail, retryAfter, null, sessionEnded, createdNothing);
    }

    /**
     * Tells whether the vault could not answer for the moment: trying again later may help, and what is known of the secret
     * is not put in doubt.
     *
     * @return {@code true} if it is unreachable or asks for fewer requests
     */
    public boolean passing() {
        return reason == Reason.UNREACHABLE || reason == Reason.THROTTLED;
    }

    /**
     * Tells whether the vault says that the secret is not there, or not for us.
     *
     * @return {@code true} for absence and denial
     */
    public boolean definite() {
        return DEFINITE.contains(reason);
    }

    /**
     * Returns the resolution of what somebody asked for and could not be given.
     *
     * @param subject the name or reference as it was asked for
     * @param reference where the value lives; {@code null} if that is not known
     * @return a resolution without a value
     */
    public Resolution resolution(String subject, @Nullable SecretReference reference) {
        Resolution.Builder resolution =
                Resolution.of(subject).retryAfter(retryAfter).trace(trace);
        if (reference != null) {
            resolution.at(reference);
        }
        return resolution.failed(reason, detail);
    }
}
