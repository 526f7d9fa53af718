package io.claviger.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Stretches of the day in which something is the case. All are over before the day is. */
final class Windows {

    private final List<long[]> spans = new ArrayList<>();

    /** Some stretches, each at most so long. */
    static Windows random(SplittableRandom random, int most, Duration longest, Duration day) {
        Windows windows = new Windows();
        int count = random.nextInt(most + 1);
        for (int i = 0; i < count; i++) {
            long from = random.nextLong(day.toNanos());
            long to = from + 1 + random.nextLong(longest.toNanos());
            windows.spans.add(new long[] {from, Math.min(to, day.toNanos())});
        }
        return windows;
    }

    boolean at(Moment now) {
        return spans.stream().anyMatch(span -> now.awake() >= span[0] && now.awake() < span[1]);
    }
}
