package io.claviger.benchmarks.report;

import java.util.OptionalDouble;

/**
 * One result.
 *
 * @param group what is done
 * @param title who does it
 * @param variant the size of the cache, or the kind of callers; empty if there is one only
 * @param threads how many threads do it at once
 * @param value what came out; empty if it could not be run here
 * @param error half the 99.9 % confidence interval
 * @param unit of value and error
 * @param bytes allocated by operation
 * @param base whether the others of its group are compared with it
 */
public record Row(
        String group,
        String title,
        String variant,
        int threads,
        OptionalDouble value,
        OptionalDouble error,
        String unit,
        OptionalDouble bytes,
        boolean base) {

    /** Nanoseconds by operation. */
    public static final String NANOSECONDS = "ns/op";

    /** Returns a row of a scenario: one number. */
    public static Row of(String group, String title, String variant, int threads, double value, String unit) {
        return new Row(
                group,
                title,
                variant,
                threads,
                OptionalDouble.of(value),
                OptionalDouble.empty(),
                unit,
                OptionalDouble.empty(),
                false);
    }

    /** Returns this row as one that the others of its group are compared with. */
    public Row asBase() {
        return new Row(group, title, variant, threads, value, error, unit, bytes, true);
    }

    /** Returns a row that could not be run here. */
    public static Row missing(String group, String title, String variant, int threads, String why) {
        return new Row(
                group,
                title,
                variant,
                threads,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                why,
                OptionalDouble.empty(),
                false);
    }

    /** Tells whether another row can be compared with this one. */
    boolean comparable(Row other) {
        return group.equals(other.group)
                && variant.equals(other.variant)
                && threads == other.threads
                && unit.equals(other.unit);
    }
}
