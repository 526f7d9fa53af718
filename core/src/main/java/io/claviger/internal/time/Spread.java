package io.claviger.internal.time;

/**
 * Spreads what would otherwise happen at the same moment. A pure function of its seeds, so that a simulated run can be
 * repeated; different keys and readings of the clock give different results.
 */
public final class Spread {

    private static final double UNIT = 0x1.0p-53;
    private static final int DOUBLE_SHIFT = 11;

    private Spread() {}

    /**
     * Returns a factor around one.
     *
     * @param width how far it may be from one, 0.05 for five percent
     * @param key what is spread
     * @param reading when
     * @return from {@code 1 - width} to {@code 1 + width}
     */
    public static double around(double width, int key, long reading) {
        return 1 - width + 2 * width * fraction(key, reading);
    }

    /**
     * Returns a factor of at most one.
     *
     * @param width how far it may be below one
     * @param key what is spread
     * @param reading when
     * @return from {@code 1 - width} to one
     */
    public static double below(double width, int key, long reading) {
        return 1 - width * fraction(key, reading);
    }

    private static double fraction(int key, long reading) {
        return (mixed(reading ^ ((long) key << Integer.SIZE)) >>> DOUBLE_SHIFT) * UNIT;
    }

    // the finalizer of SplitMix64 (Steele, Lea, Flood 2014): neighbouring seeds give unrelated results
    private static long mixed(long seed) {
        long z = seed + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
