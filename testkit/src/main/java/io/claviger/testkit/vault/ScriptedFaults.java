package io.claviger.testkit.vault;

import io.claviger.spi.Call;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.time.Duration;

/** How a scripted vault is made to fail. Safe for use by several threads. */
abstract class ScriptedFaults {

    private final Weather weather;

    ScriptedFaults(Weather weather) {
        this.weather = weather;
    }

    /** Goes down: nothing is answered, until {@link #recover()}. */
    public void goDown() {
        weather.storm(outage());
    }

    /**
     * Goes down for a time.
     *
     * @param duration how long
     */
    public void goDown(Duration duration) {
        weather.storm(outage(), duration);
    }

    private static VaultFailure outage() {
        return VaultFailure.of(Kind.UNAVAILABLE, "The scripted vault is down.").nothingCreated();
    }

    /** Asks for fewer requests, without a hint when to come back, until {@link #recover()}. */
    public void throttle() {
        weather.storm(throttling());
    }

    /**
     * Asks for fewer requests for a time, and says so.
     *
     * @param retryAfter how long
     */
    public void throttle(Duration retryAfter) {
        weather.storm(throttling().retryAfter(retryAfter), retryAfter);
    }

    private static VaultFailure throttling() {
        return VaultFailure.of(Kind.THROTTLED, "The scripted vault asks for fewer requests.")
                .nothingCreated();
    }

    /**
     * Has the next call fail, and no other. Called again, the one after it, too.
     *
     * @param failure how it fails
     */
    public void failNext(VaultFailure failure) {
        weather.failNext(failure);
    }

    /** Answers again, at once. Secrets that were denied or deleted stay so. */
    public void recover() {
        weather.clear();
    }

    /**
     * Has every call take a time, which passes on the vault's virtual time while it is asked. By default none.
     *
     * @param latency how long; a call whose deadline is earlier fails at its deadline
     */
    public void latency(Duration latency) {
        weather.latency(latency);
    }

    /**
     * Holds back every call until it is released.
     *
     * @return the calls
     */
    public HeldCalls hold() {
        weather.releaseHeld();
        HeldCalls calls = new HeldCalls();
        weather.hold(calls);
        return calls;
    }

    final void passWeather(Call call) {
        weather.pass(call);
    }
}
