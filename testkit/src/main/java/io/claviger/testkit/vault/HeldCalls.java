package io.claviger.testkit.vault;

import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Calls that a {@link ScriptedVault} holds back, so that a test can act while they are under way. The manager must then
 * read on threads of its own. Safe for use by several threads.
 */
public final class HeldCalls implements AutoCloseable {

    // only a defect waits as long
    private static final long LIMIT_SECONDS = 30;

    private final Semaphore arrived = new Semaphore(0);
    private final CountDownLatch released = new CountDownLatch(1);

    HeldCalls() {}

    /**
     * Waits until some calls have come to be held.
     *
     * @param number how many more than were waited for before
     * @throws AssertionError if they do not come within 30 seconds
     */
    public void await(int number) {
        try {
            if (!arrived.tryAcquire(number, LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("fewer than " + number + " calls came to the scripted vault");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for calls", e);
        }
    }

    /** Lets all of them go on, and later ones pass. */
    public void release() {
        released.countDown();
    }

    void enter() {
        arrived.release();
        try {
            if (!released.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw VaultFailure.of(Kind.UNAVAILABLE, "The scripted vault held this call and nobody released it.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw VaultFailure.of(Kind.UNAVAILABLE, "The call was cancelled while the scripted vault held it.");
        }
    }

    /** The same as {@link #release()}. */
    @Override
    public void close() {
        release();
    }
}
