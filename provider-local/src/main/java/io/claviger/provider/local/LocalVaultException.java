package io.claviger.provider.local;

import io.claviger.ConfigurationException;
import io.claviger.Reason;

/**
 * A local vault could not be read or written: what, where, and how to fix it. Unless the message says otherwise, the
 * vault file is as it was before.
 */
public final class LocalVaultException extends ConfigurationException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    LocalVaultException(Reason reason, String problem) {
        super(problem);
        this.reason = reason;
    }

    /**
     * Returns what kind of problem it is.
     *
     * @return {@link Reason#REAUTHENTICATION_REQUIRED} if the passphrase or key is wrong, {@link Reason#UNREACHABLE} if
     *     the file is damaged, rolled back, locked by somebody else or not readable now, {@link Reason#MISCONFIGURED}
     *     if it cannot be a vault file as it is, or what was asked for does not fit it
     */
    public Reason reason() {
        return reason;
    }
}
