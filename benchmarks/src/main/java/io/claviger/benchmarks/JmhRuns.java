package io.claviger.benchmarks;

import io.claviger.benchmarks.report.JmhRows;
import io.claviger.benchmarks.report.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs all benchmarks, each with the threads it is meant for. */
final class JmhRuns {

    private static final int SMALL_CACHE = 1000;

    private final Options options;
    private final List<Row> rows = new ArrayList<>();

    JmhRuns(Options options) {
        this.options = options;
    }

    List<Row> run() throws RunnerException {
        for (int threads = 1; threads <= 2; threads++) {
            add(averages(WarmReadBenchmark.class, "warm-" + threads).threads(threads));
        }
        for (int threads = 1; threads <= 2; threads++) {
            add(averages(RenderBenchmark.class, "render-" + threads).threads(threads));
        }
        add(common(ColdReadBenchmark.class, "cold").threads(1));
        add(averages(LargeCacheBenchmark.class, "large")
                .threads(1)
                .param("secrets", Integer.toString(SMALL_CACHE), Integer.toString(options.largeCache())));
        return List.copyOf(rows);
    }

    private void add(ChainedOptionsBuilder run) throws RunnerException {
        rows.addAll(JmhRows.of(new Runner(run.build()).run()));
    }

    private ChainedOptionsBuilder averages(Class<?> benchmark, String log) {
        return common(benchmark, log).mode(Mode.AverageTime);
    }

    private ChainedOptionsBuilder common(Class<?> benchmark, String log) {
        TimeValue time = TimeValue.milliseconds(options.milliseconds());
        return new OptionsBuilder()
                .include(benchmark.getName() + "\\.")
                .output(options.log().resolve("jmh-" + log + ".log").toString())
                .addProfiler(GCProfiler.class)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(options.forks())
                .warmupIterations(options.warmups())
                .warmupTime(time)
                .measurementIterations(options.measurements())
                .measurementTime(time)
                .shouldFailOnError(true);
    }

    static int smallCache() {
        return SMALL_CACHE;
    }
}
