package io.claviger.benchmarks.report;

import java.util.List;
import java.util.OptionalDouble;

/** Fixed results. */
final class Samples {

    private Samples() {}

    static Row timed(String group, String title, int threads, double nanoseconds) {
        return new Row(
                group,
                title,
                "",
                threads,
                OptionalDouble.of(nanoseconds),
                OptionalDouble.of(nanoseconds / 10),
                Row.NANOSECONDS,
                OptionalDouble.of(0.001),
                false);
    }

    static Rows warm() {
        return new Rows(List.of(
                timed(Titles.WARM, Titles.HANDLE, 1, 1.5),
                timed(Titles.WARM, Titles.REFERENCE, 1, 20),
                timed(Titles.WARM, Titles.CAFFEINE, 1, 25).asBase(),
                timed(Titles.WARM, Titles.AWS_CACHING, 1, 1500),
                Row.missing(Titles.STAMPEDE, Titles.CLAVIGER, "virtual threads", 1000, "needs JDK 21")));
    }
}
