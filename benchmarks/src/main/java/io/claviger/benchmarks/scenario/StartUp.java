package io.claviger.benchmarks.scenario;

import io.claviger.IntegrationManager;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How long a manager takes to start where nothing was loaded before, with providers on the path that nobody uses. */
public final class StartUp {

    private static final String PRINTED = "started in ns: ";

    private StartUp() {}

    /** Starts a manager and prints the time. */
    public static void main(String[] arguments) {
        long before = System.nanoTime();
        IntegrationManager vaults = IntegrationManager.builder().build();
        System.out.println(PRINTED + (System.nanoTime() - before));
        vaults.close();
    }

    /** Returns the median of several starts, in milliseconds. */
    public static double medianMilliseconds(int runs) {
        double[] sorted =
                IntStream.range(0, runs).mapToDouble(run -> once()).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static double once() {
        return new ChildJvm()
                        .run(StartUp.class).stream()
                                .filter(line -> line.startsWith(PRINTED))
                                .mapToLong(line -> Long.parseLong(line.substring(PRINTED.length())))
                                .findFirst()
                                .orElseThrow()
                / 1e6;
    }

    /** Returns the classes of providers that were initialised: none, as long as no type is connected. */
    public static List<String> initialisedProviderClasses() {
        return initialised(new ChildJvm("-Xlog:class+init=info").run(StartUp.class), "io.claviger.provider.");
    }

    /** Returns the initialised classes of a package, out of the log of a virtual machine. */
    static List<String> initialised(List<String> log, String prefix) {
        return log.stream()
                .filter(line -> line.contains("Initializing"))
                .flatMap(line -> Arrays.stream(line.split("'")))
                .map(word -> word.replace('/', '.'))
                .filter(word -> word.startsWith(prefix))
                .toList();
    }
}
