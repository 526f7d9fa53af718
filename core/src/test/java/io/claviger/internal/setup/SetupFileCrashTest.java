package io.claviger.internal.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.Link;
import io.claviger.SecretReference;
import io.claviger.Setup;
import io.claviger.StoredSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("S8: a crash at any point of a save leaves the old or the new setup, complete")
class SetupFileCrashTest {

    private static final int STEPS = 5;
    private static final String OLD = Setup.empty().toText();
    private static final String NEW = Setup.of(
                    List.of(), List.of(Link.of("token", SecretReference.of("team", "token"))))
            .toText();

    @TempDir
    Path directory;

    private Path file;
    private String revision = "";

    @BeforeEach
    void saveOld() {
        file = directory.resolve("setup.json");
        revision = new FileSetupStore(file).save(OLD, null).orElseThrow();
    }

    private StoredSetup stored() {
        return new FileSetupStore(file).load().orElseThrow();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(path -> String.valueOf(path.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void save_stoppedAtAnyByte_leavesTheOldFile() throws IOException {
        for (int bytes = 0; bytes <= NEW.length(); bytes++) {
            FileSetupStore crashing = new FileSetupStore(file, new CrashingDisk(Integer.MAX_VALUE, bytes));
            assertThatThrownBy(() -> crashing.save(NEW, revision)).isInstanceOf(CrashingDisk.Crash.class);
            assertThat(stored()).isEqualTo(new StoredSetup(OLD, revision));
        }
        assertThat(names()).as("what the last one left").hasSize(3);

        assertThat(new FileSetupStore(file).save(NEW, revision)).isPresent();
        assertThat(stored().text()).isEqualTo(NEW);
        assertThat(names()).containsExactly("setup.json", "setup.json.lock");
    }

    @Test
    void save_stoppedAtAnyStep_leavesTheOldOrTheNewFile() {
        List<String> found = new ArrayList<>();
        for (int steps = 0; steps <= STEPS; steps++) {
            StoredSetup now = stored();
            String before = now.text().equals(OLD)
                    ? now.revision()
                    : new FileSetupStore(file).save(OLD, now.revision()).orElseThrow();
            try {
                var unused = new FileSetupStore(file, new CrashingDisk(steps, Integer.MAX_VALUE)).save(NEW, before);
            } catch (CrashingDisk.Crash e) {
                assertThat(steps).isLessThan(STEPS);
            }
            found.add(stored().text());
        }
        // created, written, forced, renamed, directory forced
        assertThat(found).containsExactly(OLD, OLD, OLD, OLD, NEW, NEW);
    }

    @Test
    void save_steps_forceTheFileBeforeAndTheDirectoryAfterTheRename() {
        CrashingDisk disk = new CrashingDisk(Integer.MAX_VALUE, Integer.MAX_VALUE);
        assertThat(new FileSetupStore(file, disk).save(NEW, revision)).isPresent();
        assertThat(disk.done).containsExactly("create", "write", "force", "rename", "forceDirectory");
    }
}
