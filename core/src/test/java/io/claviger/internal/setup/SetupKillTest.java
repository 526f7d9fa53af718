package io.claviger.internal.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.Setup;
import io.claviger.SetupStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName(
        "S8: a process that is killed while it saves leaves a complete setup, none older than what it said was saved")
class SetupKillTest {

    private static final int KILLS = 30;
    private static final int MOST_SAVES = 20;
    private static final int LONGEST_SPIN_NANOS = 2_000_000;

    @TempDir
    Path directory;

    private final Random random = new Random(42);

    @Test
    void store_ofAKilledProcess_isReadableAndUpToDate() throws IOException, InterruptedException {
        SetupStore store = SetupStore.file(directory.resolve("setup.json"));
        int next = 0;
        for (int i = 0; i < KILLS; i++) {
            int confirmed = killAfterSomeSaves(next);

            Setup left = Setup.parse(store.load().orElseThrow().text());
            int version = SetupWriterProcess.version(left);
            assertThat(left).isEqualTo(SetupWriterProcess.setup(version));
            assertThat(version).isBetween(confirmed, confirmed + 1);
            next = version + 1;
        }
    }

    /** Kills a writer, and returns the last version that it said was saved. */
    private int killAfterSomeSaves(int first) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SetupWriterProcess.class.getName(),
                        directory.resolve("setup.json").toString(),
                        String.valueOf(first))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = writer.inputReader()) {
            int confirmed = Integer.parseInt(said.readLine());
            for (int saves = random.nextInt(MOST_SAVES); saves > 0; saves--) {
                confirmed = Integer.parseInt(said.readLine());
            }
            spin(random.nextInt(LONGEST_SPIN_NANOS));
            // by its handle: the process itself would close what it has said
            writer.toHandle().destroyForcibly();
            assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return last(said, confirmed);
        } finally {
            writer.destroyForcibly();
        }
    }

    // lets the writer go on to some point of its next save
    private static void spin(int nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
    }

    // what it said before it was killed and nobody has read yet; a line that was cut short was not said
    private static int last(BufferedReader said, int confirmed) throws IOException {
        StringBuilder rest = new StringBuilder();
        for (int character = said.read(); character >= 0; character = said.read()) {
            rest.append((char) character);
        }
        String whole = rest.substring(0, rest.lastIndexOf("\n") + 1);
        return whole.lines().reduce((one, other) -> other).map(Integer::valueOf).orElse(confirmed);
    }
}
