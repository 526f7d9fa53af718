package io.claviger.benchmarks.report;

/** The two sizes of cache that are compared, as {@link Row#variant()} names them. */
public record LargeSizes(String small, String large) {

    /** Returns the name of a size. */
    public static String name(int secrets) {
        return Numbers.text(secrets) + " secrets";
    }
}
