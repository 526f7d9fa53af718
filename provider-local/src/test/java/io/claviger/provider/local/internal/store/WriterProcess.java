package io.claviger.provider.local.internal.store;

import io.claviger.SecretValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A process of its own that writes entries and says of each that it is stored. It begins when it is told to.
 */
public final class WriterProcess {

    static final String COUNTER = "counter";

    private WriterProcess() {}

    /** Starts a process with the class path of this one. */
    static Process start(Path file, String prefix, int from, int to) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(List.of(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx96m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WriterProcess.class.getName(),
                        file.toString(),
                        prefix,
                        Integer.toString(from),
                        Integer.toString(to)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String[] arguments) throws IOException {
        FileStore store = Fixtures.store(Path.of(arguments[0]));
        int to = Integer.parseInt(arguments[3]);
        System.out.println("ready");
        System.out.flush();
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        for (int i = Integer.parseInt(arguments[2]); i < to; i++) {
            write(store, arguments[1] + i);
            System.out.println(i);
            System.out.flush();
        }
    }

    private static void write(FileStore store, String name) {
        store.change(
                contents -> contents.with(name, SecretValue.ofText("value of " + name))
                        .with(COUNTER, SecretValue.ofText(Integer.toString(counter(contents) + 1))),
                Fixtures.call());
    }

    static int counter(Contents contents) {
        return contents.entry(COUNTER)
                .map(entry -> Integer.parseInt(entry.value().revealText()))
                .orElse(0);
    }
}
