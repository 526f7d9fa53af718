package io.claviger.benchmarks.report;

import java.util.List;
import java.util.OptionalDouble;

/** All results of one run. */
public record Rows(List<Row> all) {

    public Rows {
        all = List.copyOf(all);
    }

    /** Returns how a row compares with the base of its group; empty if there is none. */
    public OptionalDouble ratio(Row row) {
        return all.stream()
                .filter(other -> other.base() && other.comparable(row))
                .findFirst()
                .map(base -> quotient(row.value(), base.value()))
                .orElse(OptionalDouble.empty());
    }

    /** Returns the value of a row; empty if there is none. */
    OptionalDouble value(String group, String title, String variant, int threads) {
        return all.stream()
                .filter(row -> row.group().equals(group)
                        && row.title().equals(title)
                        && row.variant().equals(variant)
                        && row.threads() == threads)
                .findFirst()
                .map(Row::value)
                .orElse(OptionalDouble.empty());
    }

    /** Returns the bytes that one operation of a row allocates; empty if not known. */
    OptionalDouble bytes(String group, String title) {
        return all.stream()
                .filter(row -> row.group().equals(group) && row.title().equals(title))
                .flatMapToDouble(row -> row.bytes().stream())
                .max();
    }

    static OptionalDouble quotient(OptionalDouble dividend, OptionalDouble divisor) {
        return dividend.isPresent() && divisor.isPresent()
                ? OptionalDouble.of(dividend.getAsDouble() / divisor.getAsDouble())
                : OptionalDouble.empty();
    }
}
