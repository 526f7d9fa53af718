package io.claviger.benchmarks.report;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** Makes rows of what JMH gives. */
public final class JmhRows {

    private static final String SIZE = "secrets";
    private static final String ALLOCATED = "gc.alloc.rate.norm";
    private static final double MEDIAN = 50;

    private JmhRows() {}

    /** Returns one row for each result: small caches first, then the fastest first. */
    public static List<Row> of(Collection<RunResult> results) {
        return results.stream()
                .sorted(Comparator.comparingInt(JmhRows::size).thenComparingDouble(JmhRows::score))
                .map(JmhRows::row)
                .toList();
    }

    private static int size(RunResult result) {
        String size = result.getParams().getParam(SIZE);
        return size == null ? 0 : Integer.parseInt(size);
    }

    private static Row row(RunResult result) {
        BenchmarkParams parameters = result.getParams();
        String benchmark = parameters.getBenchmark();
        int dot = benchmark.lastIndexOf('.');
        Class<?> type = type(benchmark.substring(0, dot));
        Title title = title(type, benchmark.substring(dot + 1));
        int size = size(result);
        return new Row(
                type.getAnnotation(Title.class).value(),
                title.value(),
                size == 0 ? "" : LargeSizes.name(size),
                parameters.getThreads(),
                OptionalDouble.of(score(result)),
                error(result),
                Row.NANOSECONDS,
                allocated(result),
                title.base());
    }

    // of single calls the median, which a collection of garbage does not shift
    private static double score(RunResult result) {
        Result<?> primary = result.getPrimaryResult();
        return result.getParams().getMode() == Mode.SampleTime
                ? primary.getStatistics().getPercentile(MEDIAN)
                : primary.getScore();
    }

    private static OptionalDouble error(RunResult result) {
        double error = result.getPrimaryResult().getScoreError();
        return result.getParams().getMode() == Mode.SampleTime || Double.isNaN(error)
                ? OptionalDouble.empty()
                : OptionalDouble.of(error);
    }

    // some versions put a middle dot before the label
    private static OptionalDouble allocated(RunResult result) {
        for (Result<?> measured : result.getSecondaryResults().values()) {
            if (measured.getLabel().endsWith(ALLOCATED)) {
                return OptionalDouble.of(measured.getScore());
            }
        }
        return OptionalDouble.empty();
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Title title(Class<?> type, String method) {
        return Arrays.stream(type.getMethods())
                .filter(candidate -> candidate.getName().equals(method))
                .map(candidate -> candidate.getAnnotation(Title.class))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(method + " has no title."));
    }
}
