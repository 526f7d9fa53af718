package io.claviger.internal.failure;

import io.claviger.Reason;
import io.claviger.Resolution;
import io.claviger.SecretReference;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why a secret could not be had, free of anybody else's text.
 *
 * @param reason what a host is told
 * @param detail what exactly went wrong; may be empty
 * @param retryAfter how long the vault asks to wait; {@code null} if it named no time
 * @param trace where a provider failed, sanitized; {@code null} if none threw
 */
public record Failure(
        Reason reason,
        String detail,
        @Nullable Duration retryAfter,
        @Nullable SanitizedThrowable trace) {

    /**
     * Returns a failure that the library itself noticed.
     *
     * @param reason what a host is told
     * @param detail what exactly went wrong; may be empty
     * @return the failure
     */
    public static Failure of(Reason reason, String detail) {
        return new Failure(reason, detail, null, null);
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
