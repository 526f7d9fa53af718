package io.claviger.testservers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A running server with a home of its own, which ends with this virtual machine at the latest. */
final class ServerProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 5;

    private final Path home;
    private final Path log;
    private final Process process;
    private final Thread atExit = new Thread(this::end, "claviger-test-server-exit");

    private ServerProcess(Path home, Path log, Process process) {
        this.home = home;
        this.log = log;
        this.process = process;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    static ServerProcess start(Path home, List<String> command, Map<String, String> environment) throws IOException {
        Path log = home.resolve("server.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("HOME", home.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return new ServerProcess(home, log, process);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    Path home() {
        return home;
    }

    /** Returns what the server printed until now. */
    String log() throws IOException {
        return Files.readString(log, StandardCharsets.UTF_8);
    }

    /** Sends a signal of POSIX, for what Java itself cannot do to a process. */
    void signal(String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .inheritIO()
                    .start();
            if (kill.waitFor() != 0) {
                throw new IllegalStateException("The server could not be sent the signal " + name + ".");
            }
        } catch (IOException e) {
            throw new IllegalStateException("The server could not be sent the signal " + name + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // the virtual machine is going down: the hook runs or has run
        }
    }

    private void end() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Folders.delete(home);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // a folder that stays behind in the temporary folder harms no test
        }
    }
}
