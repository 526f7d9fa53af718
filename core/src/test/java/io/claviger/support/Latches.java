package io.claviger.support;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits of tests on other threads, with an end that only a defect reaches. */
public final class Latches {

    private static final long LIMIT_SECONDS = 30;

    private Latches() {}

    public static void await(CountDownLatch latch) {
        try {
            if (!latch.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the other thread never came");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Yields to other threads until they have brought about a condition. */
    // yielding only saves time here: the outcome does not depend on it
    @SuppressWarnings("ThreadPriorityCheck")
    public static void awaitUntil(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("the condition never came true");
            }
            Thread.yield();
        }
    }
}
