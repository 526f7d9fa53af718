package io.claviger.benchmarks;

import java.nio.file.Path;
import org.openjdk.jmh.util.Version;

/**
 * How thorough a run is and where it writes.
 *
 * @param quick whether it is only to be seen that everything runs
 * @param out the folder of page and chart
 * @param log the folder of what JMH says
 */
record Options(boolean quick, Path out, Path log) {

    static Options fromSystemProperties() {
        return new Options(
                Boolean.getBoolean("bench.quick"),
                Path.of(System.getProperty("bench.out", "docs")),
                Path.of(System.getProperty("bench.log", "target")));
    }

    /** One process for each figure, or as many as {@code -Dbench.forks} says. */
    int forks() {
        return quick ? 1 : Integer.getInteger("bench.forks", 1);
    }

    int warmups() {
        return quick ? 1 : 4;
    }

    int measurements() {
        return quick ? 1 : 4;
    }

    int milliseconds() {
        return quick ? 200 : 1000;
    }

    int largeCache() {
        return quick ? 100_000 : 1_000_000;
    }

    int starts() {
        return quick ? 3 : 11;
    }

    String method() {
        return "JMH " + Version.getPlainVersion() + "; forks: " + forks() + "; iterations of " + milliseconds()
                + " ms in each: " + warmups() + " to warm up, " + measurements() + " measured"
                + (quick ? "; quick mode, for trying out only" : "");
    }
}
