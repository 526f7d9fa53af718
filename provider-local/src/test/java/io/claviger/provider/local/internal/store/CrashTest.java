package io.claviger.provider.local.internal.store;

import static io.claviger.provider.local.internal.store.Fixtures.failure;
import static io.claviger.provider.local.internal.store.Fixtures.get;
import static io.claviger.provider.local.internal.store.Fixtures.set;
import static io.claviger.provider.local.internal.store.Fixtures.store;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A write that is ended anywhere leaves the old or the new file, complete. */
class CrashTest {

    private static final int STEPS = 5;

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void writeVault() {
        file = directory.resolve("team.vault");
        set(store(file), "a", "old");
    }

    @Test
    void write_stoppedAtAnyByte_leavesTheOldFile() {
        int size = Fixtures.bytes(file).length;
        for (int bytes = 0; bytes <= size; bytes++) {
            CrashingDisk disk = new CrashingDisk(Integer.MAX_VALUE, bytes);
            assertThatThrownBy(() -> set(new FileStore(file, Fixtures.key(), disk), "a", "new"))
                    .isInstanceOf(CrashingDisk.Crash.class);
            assertThat(get(store(file), "a")).as(bytes + " bytes").isEqualTo("old");
        }
        assertThat(Fixtures.names(directory)).hasSize(3);

        set(store(file), "a", "new");
        assertThat(get(store(file), "a")).isEqualTo("new");
        assertThat(Fixtures.names(directory)).containsExactly("team.vault", "team.vault.lock");
    }

    @Test
    void write_stoppedAtAnyStep_leavesTheOldOrTheNewFile() {
        List<String> found = new ArrayList<>();
        for (int steps = 0; steps <= STEPS; steps++) {
            CrashingDisk disk = new CrashingDisk(steps, Integer.MAX_VALUE);
            set(store(file), "a", "old");
            try {
                set(new FileStore(file, Fixtures.key(), disk), "a", "new");
            } catch (CrashingDisk.Crash e) {
                assertThat(steps).isLessThan(STEPS);
            }
            found.add(get(store(file), "a"));
        }
        // created, written, forced, renamed, directory forced
        assertThat(found).containsExactly("old", "old", "old", "old", "new", "new");
    }

    @Test
    void write_steps_forceTheFileBeforeAndTheDirectoryAfterTheRename() {
        CrashingDisk disk = new CrashingDisk(Integer.MAX_VALUE, Integer.MAX_VALUE);

        set(new FileStore(file, Fixtures.key(), disk), "a", "new");

        assertThat(disk.done).containsExactly("create", "write", "force", "rename", "forceDirectory");
    }

    @Test
    void destroy_vault_forcesTheDirectoryAfterTheDeletion() {
        CrashingDisk disk = new CrashingDisk(Integer.MAX_VALUE, Integer.MAX_VALUE);

        new FileStore(file, Fixtures.key(), disk).destroy(Fixtures.call());

        assertThat(disk.done).containsExactly("delete", "forceDirectory");
    }

    @Test
    void write_diskFull_saysSoAndRemovesWhatItBegan() {
        byte[] before = Fixtures.bytes(file);
        SystemDisk full = new SystemDisk() {
            @Override
            public void write(FileChannel channel, ByteBuffer bytes) throws IOException {
                super.write(channel, bytes.slice().limit(10));
                throw new IOException("No space left on device");
            }
        };

        VaultFailure failure = failure(() -> set(new FileStore(file, Fixtures.key(), full), "a", "new"));

        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure.detail()).contains("cannot be written", "It was left as it is");
        assertThat(Fixtures.bytes(file)).isEqualTo(before);
        assertThat(Fixtures.names(directory)).containsExactly("team.vault", "team.vault.lock");
    }

    @Test
    void write_directoryNotForced_doesNotClaimToBeDone() {
        SystemDisk weak = new SystemDisk() {
            @Override
            public void forceDirectory(Path where) throws IOException {
                throw new IOException("I/O error");
            }
        };

        assertThat(failure(() -> set(new FileStore(file, Fixtures.key(), weak), "a", "new"))
                        .detail())
                .contains("was replaced", "cannot be forced");
        assertThat(get(store(file), "a")).isEqualTo("new");
    }
}
