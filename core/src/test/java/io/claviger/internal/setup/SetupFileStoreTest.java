package io.claviger.internal.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.ConfigurationException;
import io.claviger.SetupStore;
import io.claviger.StoredSetup;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("S8: a setup store in a file is the owner's only, follows no link, and takes one writer at a time")
class SetupFileStoreTest {

    @TempDir
    Path directory;

    private Path file;
    private SetupStore store;

    @BeforeEach
    void open() {
        file = directory.resolve("setup.json");
        store = SetupStore.file(file);
    }

    private void refused(String reason) {
        assertThatThrownBy(() -> store.load())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(reason);
        assertThatThrownBy(() -> store.save("x", "y"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void save_thenLoad_givesTextAndRevision() {
        assertThat(store.load()).isEmpty();
        String revision = store.save("ä", null).orElseThrow();
        assertThat(SetupStore.file(file).load()).contains(new StoredSetup("ä", revision));
    }

    @Test
    void save_ofAnotherRevision_changesNothing() {
        String first = store.save("1", null).orElseThrow();
        assertThat(store.save("2", null)).isEmpty();
        assertThat(store.save("2", "other")).isEmpty();
        String second = store.save("2", first).orElseThrow();
        assertThat(store.save("3", first)).isEmpty();
        assertThat(store.load()).contains(new StoredSetup("2", second));
    }

    @Test
    void save_withoutTheFile_changesNothing() throws IOException {
        String first = store.save("1", null).orElseThrow();
        Files.delete(file);
        assertThat(store.save("2", first)).isEmpty();
        assertThat(store.load()).isEmpty();
    }

    @Test
    void save_byManyAtOnce_oneWinsEachTime() throws Exception {
        String revision = store.save("0", null).orElseThrow();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> winners = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String text = "writer " + i;
                winners.add(threads.submit(
                        () -> SetupStore.file(file).save(text, revision).isPresent()));
            }
            int won = 0;
            for (Future<Boolean> winner : winners) {
                won += winner.get(30, TimeUnit.SECONDS) ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void files_areTheOwnersOnly() throws IOException {
        assertThat(store.save("1", null)).isPresent();
        for (Path each : List.of(file, directory.resolve("setup.json.lock"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void symbolicLink_isRefused() throws IOException {
        Path target = Files.writeString(directory.resolve("target"), "untouched");
        Files.createSymbolicLink(file, target);
        refused("symbolic link");
        assertThat(target).hasContent("untouched");
    }

    @Test
    void directory_isRefused() throws IOException {
        Files.createDirectory(file);
        refused("directory");
    }

    @Test
    void symbolicLink_inThePlaceOfTheLock_isRefused() throws IOException {
        Files.createSymbolicLink(directory.resolve("setup.json.lock"), directory.resolve("elsewhere"));
        assertThatThrownBy(() -> store.save("1", null)).hasMessageContaining("symbolic link");
        assertThat(directory.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void hugeFile_isRefusedUnread() throws IOException {
        Files.write(file, new byte[4 << 20]);
        refused("larger than a setup may be");
    }

    @Test
    void fileThatIsNoText_isRefused() throws IOException {
        Files.write(file, new byte[] {(byte) 0xff});
        assertThatThrownBy(() -> store.load()).hasMessageContaining("not UTF-8");
    }

    @Test
    void fileThatAnybodyMayWrite_isRefused() throws IOException {
        assertThat(store.save("1", null)).isPresent();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        refused("Anybody may write");
    }

    @Test
    void missingDirectory_isNamed() {
        SetupStore nowhere = SetupStore.file(directory.resolve("no/setup.json"));
        assertThat(nowhere.load()).isEmpty();
        assertThatThrownBy(() -> nowhere.save("1", null)).hasMessageContaining("does not exist");
    }

    @Test
    void fullDisk_leavesTheFileAndNothingElse() {
        String revision = store.save("1", null).orElseThrow();
        SetupStore full = new FileSetupStore(file, new SystemDisk() {
            @Override
            public void write(FileChannel channel, ByteBuffer bytes) throws IOException {
                super.write(channel, bytes.slice().limit(1));
                throw new IOException("No space left on device");
            }
        });
        assertThatThrownBy(() -> full.save("22", revision))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cannot be written");
        assertThat(store.load()).contains(new StoredSetup("1", revision));
        assertThat(directory.toFile().list()).containsExactlyInAnyOrder("setup.json", "setup.json.lock");
    }
}
