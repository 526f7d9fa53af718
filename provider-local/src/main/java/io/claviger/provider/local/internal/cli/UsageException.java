package io.claviger.provider.local.internal.cli;

/** The command was typed in a way that it does not know. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;

    UsageException(String problem) {
        super(problem);
        this.problem = problem;
    }

    String problem() {
        return problem;
    }
}
