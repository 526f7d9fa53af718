package io.claviger;

import java.time.Duration;

/**
 * How often a read is tried again when the vault does not answer or asks for fewer requests, always within the caller's
 * time-out.
 *
 * <p>The wait before the second attempt is {@link #firstDelay()}, and doubles with each further one; up to a quarter of
 * it is taken off at random, so that many callers do not come back at the same moment. If the vault names a time to wait
 * ({@code Retry-After}) that is longer, that time is waited; if it would end after the time-out, the read fails at once
 * and says how long to wait. A refusal, an absence or a wrong credential is never tried again. Immutable.
 */
public final class RetryPolicy {

    private static final int DEFAULT_ATTEMPTS = 3;
    private static final int MOST_ATTEMPTS = 10;
    private static final Duration DEFAULT_DELAY = Duration.ofMillis(200);

    private final int attempts;
    private final Duration firstDelay;

    private RetryPolicy(int attempts, Duration firstDelay) {
        this.attempts = attempts;
        this.firstDelay = firstDelay;
    }

    /**
     * Returns the default policy: 3 attempts, 200 milliseconds before the second one.
     *
     * @return the policy
     */
    public static RetryPolicy standard() {
        return new RetryPolicy(DEFAULT_ATTEMPTS, DEFAULT_DELAY);
    }

    /**
     * Returns the policy that never tries again.
     *
     * @return one attempt
     */
    public static RetryPolicy none() {
        return new RetryPolicy(1, DEFAULT_DELAY);
    }

    /**
     * Returns this policy with another number of attempts.
     *
     * @param number from 1, which is none but the first, to 10
     * @return a new policy
     * @throws ConfigurationException if the number is not in that range
     */
    public RetryPolicy withAttempts(int number) {
        if (number < 1 || number > MOST_ATTEMPTS) {
            throw new ConfigurationException("The number of attempts is " + number + ". Set it to 1 to 10.");
        }
        return new RetryPolicy(number, firstDelay);
    }

    /**
     * Returns this policy with another wait before the second attempt.
     *
     * @param delay more than zero
     * @return a new policy
     * @throws ConfigurationException if it is zero or less
     */
    public RetryPolicy withFirstDelay(Duration delay) {
        if (delay.isZero() || delay.isNegative()) {
            throw new ConfigurationException("The first delay is " + delay + ". Set it to more than zero.");
        }
        return new RetryPolicy(attempts, delay);
    }

    /**
     * Returns how many attempts are made at most, the first one included.
     *
     * @return from 1 to 10; by default 3
     */
    public int attempts() {
        return attempts;
    }

    /**
     * Returns the wait before the second attempt.
     *
     * @return by default 200 milliseconds
     */
    public Duration firstDelay() {
        return firstDelay;
    }

    @Override
    public String toString() {
        return "RetryPolicy[attempts=" + attempts + ", firstDelay=" + firstDelay + "]";
    }
}
