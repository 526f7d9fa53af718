package io.claviger.concurrency;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A run of jcstress in a Java of its own, whose files go to {@code target/jcstress}. */
final class StressRun {

    private static final Path FOLDER = Path.of("target", "jcstress").toAbsolutePath();
    private static final String MODE = System.getProperty("concurrency.mode", "quick");
    private static final String QUICK = "quick";
    // some ten thousand meetings of each class, compiled at once and not well: what verify has the time for
    private static final List<String> QUICK_OPTIONS = List.of(
            "-jvmArgs", "-XX:TieredStopAtLevel=1", "-hs", "256", "-pth", "false", "-time", "100", "-iters", "3");
    private static final long LONGEST_QUICK_RUN_MINUTES = 10;
    private static final long LONGEST_RUN_MINUTES = TimeUnit.DAYS.toMinutes(1);

    private StressRun() {}

    /** Runs the classes whose names match, and returns what was observed. */
    static StressReport of(String name, String pattern) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(FOLDER.resolve(name));
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command(pattern))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(
                    QUICK.equals(MODE) ? LONGEST_QUICK_RUN_MINUTES : LONGEST_RUN_MINUTES, TimeUnit.MINUTES)) {
                throw new IllegalStateException("jcstress is still running, see " + output);
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return StressReport.read(process.exitValue(), output);
    }

    private static List<String> command(String pattern) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                "org.openjdk.jcstress.Main",
                "-m",
                MODE,
                "-t",
                pattern,
                "-v",
                // compiled alike and on any processor: the races are in much more code than the methods that meet
                "-sc",
                "false",
                "-af",
                "NONE"));
        if (QUICK.equals(MODE)) {
            command.addAll(QUICK_OPTIONS);
        }
        return command;
    }

    // jcstress stumbles over folders that are not there
    private static String classPath() {
        String path = Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElseGet(() -> System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(entry -> Files.exists(Path.of(entry)))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
