package io.claviger.internal.time;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Durations as numbers. */
public final class Nanos {

    private Nanos() {}

    /**
     * Returns a duration in nanoseconds.
     *
     * @param duration any duration
     * @return its nanoseconds; {@link Long#MAX_VALUE} for one that is longer than that, which is 292 years
     */
    public static long of(Duration duration) {
        return TimeUnit.NANOSECONDS.convert(duration);
    }
}
