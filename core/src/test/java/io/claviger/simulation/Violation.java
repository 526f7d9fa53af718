package io.claviger.simulation;

/** What a simulated day must not show. */
final class Violation extends AssertionError {

    private static final long serialVersionUID = 1L;

    private final int step;
    private final String about;

    Violation(int step, String about, String message) {
        super(message);
        this.step = step;
        this.about = about;
    }

    int step() {
        return step;
    }

    /** What to look for in the log. */
    String about() {
        return about;
    }
}
