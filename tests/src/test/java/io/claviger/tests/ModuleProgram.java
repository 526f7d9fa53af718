package io.claviger.tests;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A small program of a host with a module descriptor of its own, from {@code src/test/resources/modulepath}. */
final class ModuleProgram {

    private static final long LONGEST_RUN_SECONDS = 60;

    private final String name;
    private final Path classes;
    private final String modulePath;

    ModuleProgram(String name, Path classes) {
        this(name, "io.claviger.core", classes);
    }

    ModuleProgram(String name, String required, Path classes) {
        this.name = name;
        this.classes = classes;
        this.modulePath = ModulePath.of(required);
    }

    /** Compiles the program and returns what the compiler says; empty if it has nothing to say. */
    String compile() throws IOException, URISyntaxException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options = List.of("-d", classes.toString(), "--module-path", modulePath, "-XDrawDiagnostics");
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            compiler.getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources()))
                    .call();
        }
        return said.toString();
    }

    private List<Path> sources() throws IOException, URISyntaxException {
        URL folder = Objects.requireNonNull(ModuleProgram.class.getResource("/modulepath/" + name), name);
        try (Stream<Path> files = Files.walk(Path.of(folder.toURI()))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /** Runs the compiled program in a Java of its own and returns the lines it printed. */
    List<String> run() throws IOException, InterruptedException {
        Path output = classes.resolveSibling(name + ".out");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--module-path",
                        classes + File.pathSeparator + modulePath,
                        "--module",
                        "io.claviger." + name + "/io.claviger." + name + ".Main")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(LONGEST_RUN_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("still running after a minute: " + Files.readString(output));
            }
        } finally {
            process.destroyForcibly();
        }
        return Files.readAllLines(output);
    }
}
