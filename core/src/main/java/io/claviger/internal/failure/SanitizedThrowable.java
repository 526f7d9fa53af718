package io.claviger.internal.failure;

/**
 * The type and frames of a throwable that a provider, source or listener threw. Its text, causes and suppressed
 * exceptions are dropped, because they can hold tokens, values and response bodies.
 */
public final class SanitizedThrowable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private SanitizedThrowable(Throwable original) {
        super(original.getClass().getName() + " (its text is withheld: it may hold secrets)", null, false, true);
        setStackTrace(original.getStackTrace());
    }

    /**
     * Returns what can be shown of a throwable.
     *
     * @param original what was thrown
     * @return its type and frames
     */
    public static SanitizedThrowable of(Throwable original) {
        return new SanitizedThrowable(original);
    }
}
