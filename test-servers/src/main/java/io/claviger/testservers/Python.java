package io.claviger.testservers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A Python 3.10 or newer of this machine, which can install packages. */
final class Python {

    private static final Duration QUICK = Duration.ofSeconds(60);
    private static final Duration DOWNLOAD = Duration.ofMinutes(10);
    private static final String IS_NEW_ENOUGH = "import sys; sys.exit(sys.version_info < (3, 10))";

    private final String executable;

    private Python(String executable) {
        this.executable = executable;
    }

    static Optional<Python> find() throws InterruptedException {
        for (String name : List.of("python3", "python")) {
            if (succeeds(name, "-c", IS_NEW_ENOUGH)) {
                return Optional.of(new Python(name));
            }
        }
        return Optional.empty();
    }

    /** Installs one package without what it depends on, by the user's own configuration of pip. */
    void install(String requirement, Path target) throws IOException, InterruptedException {
        if (succeeds(executable, "-m", "pip", "--version")) {
            install(executable, requirement, target);
        } else {
            installFromEnvironment(requirement, target);
        }
    }

    /** For a Python without pip: a virtual environment brings its own. It is not needed once the package is there. */
    private void installFromEnvironment(String requirement, Path target) throws IOException, InterruptedException {
        Path environment = target.resolveSibling(target.getFileName() + "-venv");
        try {
            Command.run(QUICK, List.of(executable, "-m", "venv", environment.toString()));
            install(pythonOf(environment), requirement, target);
        } finally {
            Folders.delete(environment);
        }
    }

    private static String pythonOf(Path environment) {
        Path windows = environment.resolve("Scripts").resolve("python.exe");
        Path python =
                Files.exists(windows) ? windows : environment.resolve("bin").resolve("python");
        return python.toString();
    }

    private static void install(String python, String requirement, Path target)
            throws IOException, InterruptedException {
        Command.run(
                DOWNLOAD,
                List.of(
                        python,
                        "-m",
                        "pip",
                        "install",
                        "--quiet",
                        "--no-input",
                        "--no-deps",
                        "--no-compile",
                        "--disable-pip-version-check",
                        "--target",
                        target.toString(),
                        requirement));
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            Command.run(QUICK, List.of(command));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
