package io.claviger.benchmarks;

import io.claviger.benchmarks.report.BarChart;
import io.claviger.benchmarks.report.Grid;
import io.claviger.benchmarks.report.LargeSizes;
import io.claviger.benchmarks.report.Machine;
import io.claviger.benchmarks.report.Page;
import io.claviger.benchmarks.report.Row;
import io.claviger.benchmarks.report.Rows;
import io.claviger.benchmarks.report.Target;
import io.claviger.benchmarks.report.Targets;
import io.claviger.benchmarks.report.TextTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** Runs all benchmarks and scenarios, prints their table and writes {@code performance.md} with its chart. */
public final class Report {

    private static final String COMMAND = "mvn -q -B -Pbenchmarks -pl benchmarks -am package";
    private static final String PAGE = "performance.md";
    private static final String CHART = "performance.svg";

    private Report() {}

    /** Takes its options from the system properties {@code bench.quick}, {@code bench.out} and {@code bench.log}. */
    public static void main(String[] arguments) throws IOException, RunnerException {
        Options options = Options.fromSystemProperties();
        Files.createDirectories(options.out());
        Files.createDirectories(options.log());

        Machine machine = Machine.here();
        Rows rows = measure(options);
        List<Target> targets = Targets.of(rows, sizes(options));
        System.out.println(machine);
        System.out.println(options.method());
        System.out.println();
        System.out.println(new TextTable(Grid.of(rows)));
        System.out.println(new TextTable(Grid.of(targets)));

        Path out = options.out();
        Files.writeString(out.resolve(CHART), new BarChart(rows).draw());
        Files.writeString(out.resolve(PAGE), new Page(COMMAND, options.method(), machine).write(rows, targets, CHART));
    }

    private static Rows measure(Options options) throws RunnerException {
        List<Row> rows = new ArrayList<>(new JmhRuns(options).run());
        rows.addAll(new Scenarios(options).run());
        return new Rows(rows);
    }

    private static LargeSizes sizes(Options options) {
        return new LargeSizes(LargeSizes.name(JmhRuns.smallCache()), LargeSizes.name(options.largeCache()));
    }
}
