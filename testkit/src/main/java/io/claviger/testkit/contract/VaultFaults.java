package io.claviger.testkit.contract;

import java.time.Duration;
import java.util.Optional;

/** What the test of a provider can make its vault suffer. */
public abstract class VaultFaults {

    /** Creates the part of a test that makes faults. */
    VaultFaults() {}

    /**
     * Has the vault ask for fewer requests, until {@link #recover()} ({@link Capability#THROTTLING}).
     *
     * @param retryAfter how long it says to wait ({@link Capability#RETRY_HINTS}); empty for no hint
     * @throws Exception if it cannot be made to
     */
    protected void throttle(Optional<Duration> retryAfter) throws Exception {
        throw missing("throttle", Capability.THROTTLING);
    }

    /**
     * Has the vault not answer any more, at once and until {@link #recover()} ({@link Capability#OUTAGES}).
     *
     * @throws Exception if it cannot be made to
     */
    protected void goDown() throws Exception {
        throw missing("goDown", Capability.OUTAGES);
    }

    /**
     * Has the vault take requests and not answer them, until {@link #recover()} ({@link Capability#SLOW_REPLIES}).
     *
     * @throws Exception if it cannot be made to
     */
    protected void beSlow() throws Exception {
        throw missing("beSlow", Capability.SLOW_REPLIES);
    }

    /**
     * Has the vault answer what cannot be understood, until {@link #recover()} ({@link Capability#MALFORMED_REPLIES}).
     *
     * @param name the name of the secret that is read next
     * @param secret a text that the answer should contain if it can
     * @throws Exception if it cannot be made to
     */
    protected void garble(String name, String secret) throws Exception {
        throw missing("garble", Capability.MALFORMED_REPLIES);
    }

    /**
     * Returns how many requests the vault was asked, whatever became of them ({@link Capability#SLOW_REPLIES} and
     * {@link Capability#INTERRUPTION}).
     *
     * @return the number
     */
    protected long requests() {
        throw missing("requests", Capability.INTERRUPTION);
    }

    /**
     * Ends throttling, an outage, slowness and malformed replies.
     *
     * @throws Exception if it cannot be ended
     */
    protected void recover() throws Exception {
        throw missing("recover", Capability.OUTAGES);
    }

    static UnsupportedOperationException missing(String method, Capability capability) {
        return new UnsupportedOperationException(
                "Override " + method + ", or leave out Capability." + capability + " and say why.");
    }
}
