package io.claviger.internal.failure;

/** Carries a {@link Failure} up to whoever turns it into a resolution. Never leaves the library. */
public final class FailureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    /**
     * Creates an exception without a stack trace: the failure carries what is of interest.
     *
     * @param failure why a secret could not be had
     */
    public FailureException(Failure failure) {
        super(failure.detail(), null, false, false);
        this.failure = failure;
    }

    /**
     * Returns why a secret could not be had.
     *
     * @return the failure
     */
    public Failure failure() {
        return failure;
    }
}
