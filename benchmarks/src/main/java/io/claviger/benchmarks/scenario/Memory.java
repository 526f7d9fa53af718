package io.claviger.benchmarks.scenario;

import java.lang.management.ManagementFactory;

/** How much of the heap a full store holds, by entry. A program of its own, so that nothing else is measured. */
public final class Memory {

    private static final int COLLECTIONS = 3;
    private static final String PRINTED = "bytes: ";

    private Memory() {}

    /** Fills a {@link Store} and prints what it holds. */
    public static void main(String[] arguments) {
        int entries = Integer.parseInt(arguments[1]);
        String[] names = names(entries);
        long before = used();
        try (Store.Filled filled = Store.valueOf(arguments[0]).fill(names)) {
            long after = used();
            if (filled.size() != entries) {
                throw new IllegalStateException("It holds " + filled.size() + " of " + entries + " entries.");
            }
            System.out.println(PRINTED + (after - before));
        }
    }

    /** Returns how many bytes an entry of a store takes. */
    public static double bytesPerEntry(Store store, int entries) {
        return (double) new ChildJvm("-Xmx4g", "-XX:+UseSerialGC")
                        .run(Memory.class, store.name(), Integer.toString(entries)).stream()
                                .filter(line -> line.startsWith(PRINTED))
                                .mapToLong(line -> Long.parseLong(line.substring(PRINTED.length())))
                                .findFirst()
                                .orElseThrow()
                / entries;
    }

    // made beforehand: a host has its names anyhow
    private static String[] names(int entries) {
        String[] names = new String[entries];
        for (int i = 0; i < entries; i++) {
            names[i] = "secret-" + i;
        }
        return names;
    }

    private static long used() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
