package io.claviger.internal.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.Setup;
import io.claviger.SetupStore;
import io.claviger.StoredSetup;
import io.claviger.support.Latches;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("S8: a process that is killed while it saves leaves a readable store")
class SetupKillTest {

    private static final int KILLS = 8;

    @TempDir
    Path directory;

    @Test
    void store_ofAKilledProcess_isReadableAndWritable() throws IOException, InterruptedException {
        SetupStore store = SetupStore.file(directory.resolve("setup.json"));
        Random random = new Random(42);
        for (int i = 0; i < KILLS; i++) {
            killAfterSomeSaves(store, random.nextInt(10));
            StoredSetup stored = store.load().orElseThrow();
            Setup setup = Setup.parse(stored.text());
            assertThat(setup).isEqualTo(SetupWriterProcess.setup(setup.links().size() - 1));
            assertThat(store.save(Setup.empty().toText(), stored.revision())).isPresent();
        }
    }

    private void killAfterSomeSaves(SetupStore store, int saves) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SetupWriterProcess.class.getName(),
                        directory.resolve("setup.json").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            Optional<String> before = store.load().map(StoredSetup::revision);
            Set<String> seen = new HashSet<>();
            Latches.awaitUntil(() -> {
                store.load().map(StoredSetup::revision).ifPresent(seen::add);
                before.ifPresent(seen::remove);
                return seen.size() > saves;
            });
        } finally {
            writer.destroyForcibly();
        }
        assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
}
