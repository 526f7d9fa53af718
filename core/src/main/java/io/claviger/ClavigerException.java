package io.claviger;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The root of everything this library throws at a host.
 *
 * <p>Three kinds, by what a caller does about them: {@link UnresolvedException} (have it fixed, or try later),
 * {@link AccessRefusedException} (tell the actor), {@link ConfigurationException} (correct the call or the set-up).
 * No message, cause or suppressed exception of any of them holds a value, a token or a response body.
 */
public abstract sealed class ClavigerException extends RuntimeException
        permits UnresolvedException, AccessRefusedException, ConfigurationException {

    private static final long serialVersionUID = 1L;

    ClavigerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Returns what failed, where, and what to do.
     *
     * @return the message; never {@code null}
     */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
