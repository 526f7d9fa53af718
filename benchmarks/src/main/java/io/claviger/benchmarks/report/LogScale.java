package io.claviger.benchmarks.report;

import java.util.List;
import java.util.stream.IntStream;

/** Places nanoseconds on an axis where each power of ten is as wide as the next. */
record LogScale(int lowest, int highest, double left, double width) {

    private static final String[] UNITS = {"ns", "µs", "ms", "s"};

    /** Returns the scale that holds the values, from a tenth of a nanosecond at the least. */
    static LogScale over(List<Double> values, double left, double width) {
        double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(1);
        double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        int lowest = (int) Math.max(-1, Math.floor(Math.log10(least) - 0.01));
        return new LogScale(lowest, Math.max(lowest + 1, (int) Math.ceil(Math.log10(most))), left, width);
    }

    double x(double value) {
        double share = (Math.log10(value) - lowest) / (highest - lowest);
        return left + width * Math.min(1, Math.max(0, share));
    }

    List<Double> marks() {
        return IntStream.rangeClosed(lowest, highest)
                .mapToObj(power -> Math.pow(10, power))
                .toList();
    }

    /** Writes a time in the unit that suits it. */
    static String label(double nanoseconds) {
        int unit = 0;
        double value = nanoseconds;
        while (value >= 1000 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        return Numbers.text(value) + " " + UNITS[unit];
    }
}
