package io.claviger.benchmarks.report;

import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as people read them, the same in every locale. */
final class Numbers {

    private Numbers() {}

    /** Writes three digits that count, with commas between thousands. */
    static String text(double value) {
        double size = Math.abs(value);
        String format = size >= 100 || value == Math.rint(value) ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }

    static String text(OptionalDouble value) {
        return value.isPresent() ? text(value.getAsDouble()) : "";
    }

    /** Writes bytes by operation: less than half a byte comes from measuring. */
    static String bytes(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%,.0f", value.getAsDouble()) : "";
    }
}
