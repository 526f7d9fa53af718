package io.claviger.testkit.vault;

import io.claviger.spi.Call;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What lies between the callers and the vault: slowness, outages, throttling. */
final class Weather {

    private final VirtualTime time;
    private final Queue<VaultFailure> nextFailures = new ConcurrentLinkedQueue<>();
    private volatile Duration latency = Duration.ZERO;
    private volatile @Nullable Supplier<@Nullable VaultFailure> storm;
    private volatile @Nullable HeldCalls held;

    Weather(VirtualTime time) {
        this.time = time;
    }

    void latency(Duration duration) {
        latency = duration;
    }

    void failNext(VaultFailure failure) {
        nextFailures.add(failure);
    }

    /** From now on every call fails. */
    void storm(VaultFailure failure) {
        storm = () -> failure;
    }

    /** For a time every call fails. */
    void storm(VaultFailure failure, Duration duration) {
        long end = time.nanoTime() + duration.toNanos();
        storm = () -> time.nanoTime() - end < 0 ? failure : null;
    }

    void clear() {
        storm = null;
        nextFailures.clear();
    }

    void hold(HeldCalls calls) {
        held = calls;
    }

    void releaseHeld() {
        HeldCalls waiting = held;
        held = null;
        if (waiting != null) {
            waiting.release();
        }
    }

    /** What a call goes through before it is answered. */
    void pass(Call call) {
        call.checkDeadline();
        checkCancelled();
        HeldCalls waiting = held;
        if (waiting != null) {
            waiting.enter();
        }
        spend(call);
        fail(nextFailures.poll());
        Supplier<@Nullable VaultFailure> now = storm;
        fail(now == null ? null : now.get());
    }

    private static void checkCancelled() {
        if (Thread.currentThread().isInterrupted()) {
            throw VaultFailure.of(Kind.UNAVAILABLE, "The call was cancelled before the scripted vault was asked.");
        }
    }

    private void spend(Call call) {
        Duration left = call.remaining();
        if (latency.compareTo(left) >= 0) {
            time.advance(left);
            throw VaultFailure.of(Kind.UNAVAILABLE, "The scripted vault did not answer in time.");
        }
        if (!latency.isZero()) {
            time.advance(latency);
        }
    }

    private static void fail(@Nullable VaultFailure failure) {
        if (failure != null) {
            throw failure;
        }
    }
}
