package io.claviger.tests;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits of tests on other threads and on servers, with an end that only a defect reaches. */
public final class Waiting {

    private static final long LIMIT_SECONDS = 60;

    private Waiting() {}

    /** Yields to other threads until they have brought about a condition. */
    // yielding only saves time here: the outcome does not depend on it
    @SuppressWarnings("ThreadPriorityCheck")
    public static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("the condition never came true");
            }
            Thread.yield();
        }
    }
}
