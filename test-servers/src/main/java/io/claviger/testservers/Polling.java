package io.claviger.testservers;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what a server does at its own pace, with a bound. */
final class Polling {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long PACE_MILLIS = 10;

    private Polling() {}

    /** Asks until the answer is yes, for 10 seconds at most. */
    static boolean until(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            // nobody counts it down: only the time passes
            boolean counted = new CountDownLatch(1).await(PACE_MILLIS, TimeUnit.MILLISECONDS);
            assert !counted;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The wait for a server was interrupted.", e);
        }
    }
}
