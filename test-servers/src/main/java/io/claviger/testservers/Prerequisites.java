package io.claviger.testservers;

import org.opentest4j.TestAbortedException;

/** What a machine must have for servers to be installed. */
final class Prerequisites {

    private Prerequisites() {}

    /** Skips the running tests with a reason; where everything must run, fails them. */
    static RuntimeException missing(String what) {
        return missing(what, Boolean.parseBoolean(System.getenv("CI")));
    }

    static RuntimeException missing(String what, boolean everythingMustRun) {
        String reason = "This machine lacks " + what + ".";
        return everythingMustRun ? new IllegalStateException(reason) : new TestAbortedException(reason);
    }
}
