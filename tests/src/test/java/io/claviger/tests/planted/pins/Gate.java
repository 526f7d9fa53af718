package io.claviger.tests.planted.pins;

import java.util.concurrent.CountDownLatch;

/** What {@link BlockingInitialiser} waits at. */
public final class Gate {

    private static final CountDownLatch OPEN = new CountDownLatch(1);

    private Gate() {}

    public static void open() {
        OPEN.countDown();
    }

    static void pass() {
        try {
            OPEN.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
