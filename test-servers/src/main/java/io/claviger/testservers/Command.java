package io.claviger.testservers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end. */
final class Command {

    private Command() {}

    /**
     * Runs it.
     *
     * @return what it printed
     * @throws IOException if it cannot be started, fails, or takes too long
     */
    static String run(Duration timeout, List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("claviger-command", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            boolean ended = await(process, timeout);
            String printed = Files.readString(output, StandardCharsets.UTF_8);
            if (!ended || process.exitValue() != 0) {
                throw new IOException(String.join(" ", command) + (ended ? " failed: " : " took too long: ") + printed);
            }
            return printed;
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static boolean await(Process process, Duration timeout) throws InterruptedException {
        try {
            return process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
