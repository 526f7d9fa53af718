package io.claviger.provider.local.internal.store;

import static io.claviger.provider.local.internal.store.Fixtures.call;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class TwoProcessesTest {

    private static final int WRITES = 100;

    @TempDir
    Path directory;

    @Test
    @Timeout(120)
    void change_byTwoProcesses_losesNoUpdate() throws IOException, InterruptedException {
        Path file = directory.resolve("team.vault");
        Process one = WriterProcess.start(file, "one-", 0, WRITES);
        Process two = WriterProcess.start(file, "two-", 0, WRITES);
        try {
            begin(one);
            begin(two);
            assertThat(one.waitFor()).isZero();
            assertThat(two.waitFor()).isZero();
        } finally {
            one.destroyForcibly();
            two.destroyForcibly();
        }

        Contents contents = Fixtures.store(file).contents(call());
        assertThat(contents.names()).hasSize(2 * WRITES + 1);
        assertThat(WriterProcess.counter(contents)).isEqualTo(2 * WRITES);
        assertThat(Fixtures.names(directory)).isEqualTo(Set.of("team.vault", "team.vault.lock"));
    }

    private static void begin(Process process) throws IOException {
        String line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        assertThat(List.of("ready")).contains(line);
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }
}
