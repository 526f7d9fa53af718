package io.claviger.benchmarks.scenario;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A fresh virtual machine of the same Java and class path. */
public final class ChildJvm {

    private final List<String> options;

    /** Takes options of the virtual machine. */
    public ChildJvm(String... options) {
        this.options = List.of(options);
    }

    /** Runs a program to its end and returns what it printed. */
    public List<String> run(Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        return finish(program, command);
    }

    private static List<String> finish(Class<?> program, List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(program.getSimpleName() + " failed: " + lines);
            }
            return lines;
        } catch (IOException e) {
            throw new IllegalStateException(program.getSimpleName() + " did not start.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(program.getSimpleName() + " was interrupted.", e);
        }
    }
}
