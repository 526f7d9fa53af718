package io.claviger.testkit.contract;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs one test of a contract in a virtual machine of its own, because of switches that are read when it starts. */
final class ChildRun {

    private static final String PASSED = "claviger: the test passed";

    private ChildRun() {}

    /** Returns what the other machine printed if the test did not pass there; empty if it did. */
    static Optional<String> failure(Class<?> contract, Class<?> group, String method, String... switches)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(switches));
        command.addAll(List.of("-cp", ClassPaths.ofTests(), ChildRun.class.getName()));
        command.addAll(List.of(contract.getName(), group.getName(), method));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return output.contains(PASSED) ? Optional.empty() : Optional.of(output);
    }

    /**
     * Runs the test.
     *
     * @param arguments the class of the contract, the group, and the method
     * @throws ClassNotFoundException if there is no such class
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws ClassNotFoundException {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectNestedMethod(
                        List.of(Class.forName(arguments[0])), Class.forName(arguments[1]), arguments[2]))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        report(listener.getSummary(), System.out);
    }

    private static void report(TestExecutionSummary summary, PrintStream out) {
        summary.printFailuresTo(new PrintWriter(out, true, StandardCharsets.UTF_8), 5);
        if (summary.getTotalFailureCount() == 0 && summary.getTestsSucceededCount() == 1) {
            out.println(PASSED);
        }
    }
}
