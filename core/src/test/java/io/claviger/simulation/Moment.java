package io.claviger.simulation;

import java.time.Duration;

/**
 * A point of the simulated day, in nanoseconds since it began.
 *
 * @param awake by the monotonic clock, which stands still in suspend
 * @param asleep how long the machine has been asleep so far
 * @param ahead by how much the wall clock was set forward so far, which counts as sleep for the library (C15)
 */
record Moment(long awake, long asleep, long ahead) {

    /** What has really passed. */
    long life() {
        return awake + asleep;
    }

    /** The most that the library may take to have passed. */
    long most() {
        return awake + asleep + ahead;
    }

    @Override
    public String toString() {
        return Duration.ofNanos(awake) + (asleep == 0 ? "" : " (asleep " + Duration.ofNanos(asleep) + ")");
    }
}
