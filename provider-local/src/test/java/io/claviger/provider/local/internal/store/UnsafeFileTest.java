package io.claviger.provider.local.internal.store;

import static io.claviger.provider.local.internal.store.Fixtures.call;
import static io.claviger.provider.local.internal.store.Fixtures.failure;
import static io.claviger.provider.local.internal.store.Fixtures.set;
import static io.claviger.provider.local.internal.store.Fixtures.store;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What may stand where the vault file should be, and who may open what is written. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no POSIX permissions, and links only for administrators")
class UnsafeFileTest {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = directory.resolve("team.vault");
    }

    @Test
    void file_isSymbolicLink_isNeitherReadNorWrittenNorDeleted() throws IOException {
        Path target = directory.resolve("target");
        set(store(target), "a", "1");
        byte[] before = Fixtures.bytes(target);
        Files.createSymbolicLink(file, target);

        assertLink(failure(() -> store(file).contents(call())));
        assertLink(failure(() -> set(store(file), "a", "2")));
        assertLink(failure(() -> store(file).destroy(call())));
        assertThat(Fixtures.bytes(target)).isEqualTo(before);
        assertThat(file).isSymbolicLink();
        assertThat(directory.resolve("team.vault.lock")).doesNotExist();
    }

    private static void assertLink(VaultFailure failure) {
        assertThat(failure.kind()).isEqualTo(Kind.MISCONFIGURED);
        assertThat(failure.detail()).contains("is a symbolic link");
    }

    @Test
    void file_isDanglingLink_isNotCreatedThrough() throws IOException {
        Files.createSymbolicLink(file, directory.resolve("elsewhere"));

        assertLink(failure(() -> set(store(file), "a", "1")));
        assertThat(directory.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void file_isDirectory_isRefused() throws IOException {
        Files.createDirectory(file);

        assertThat(failure(() -> store(file).contents(call())).detail()).contains("is a directory");
        assertThat(failure(() -> store(file).destroy(call())).detail()).contains("is a directory");
    }

    @Test
    void lockFile_isSymbolicLink_isRefused() throws IOException {
        Path target = Files.createFile(directory.resolve("target"));
        Files.createSymbolicLink(directory.resolve("team.vault.lock"), target);

        assertThat(failure(() -> set(store(file), "a", "1")).detail()).contains("lock file", "is a link");
        assertThat(file).doesNotExist();
    }

    @Test
    void file_largerThanAnyVault_isRefusedUnread() throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(Limits.FILE_SIZE + 1L);
        }

        assertThat(failure(() -> store(file).contents(call())).detail()).contains("larger than 64 MiB");
    }

    @Test
    void directory_missing_isNamed() {
        Path lost = directory.resolve("missing/team.vault");

        assertThat(store(lost).contents(call()).names()).isEmpty();
        VaultFailure failure = failure(() -> set(store(lost), "a", "1"));
        assertThat(failure.kind()).isEqualTo(Kind.MISCONFIGURED);
        assertThat(failure.detail()).contains("directory").contains("does not exist");
    }

    @Test
    void write_file_isForItsOwnerOnlyFromTheBeginning() throws IOException {
        AtomicReference<Set<PosixFilePermission>> ofTemporary = new AtomicReference<>();
        SystemDisk disk = new SystemDisk() {
            @Override
            public void write(FileChannel channel, ByteBuffer bytes) throws IOException {
                ofTemporary.set(Files.getPosixFilePermissions(directory.resolve(temporary())));
                super.write(channel, bytes);
            }
        };

        set(new FileStore(file, Fixtures.key(), disk), "a", "1");

        assertThat(ofTemporary.get()).isEqualTo(OWNER_ONLY);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(OWNER_ONLY);
        assertThat(Files.getPosixFilePermissions(directory.resolve("team.vault.lock")))
                .isEqualTo(OWNER_ONLY);
    }

    @Test
    void write_fileThatOthersMayRead_closesItToThem() throws IOException {
        set(store(file), "a", "1");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        set(store(file), "a", "2");

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(OWNER_ONLY);
    }

    @Test
    void create_nameThatIsTaken_failsInsteadOfFollowing() throws IOException {
        Path target = directory.resolve("target");
        Path link = Files.createSymbolicLink(directory.resolve("link"), target);

        assertThat(catchThrowable(() -> new SystemDisk().create(link))).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(target).doesNotExist();
    }

    private String temporary() {
        return Fixtures.names(directory).stream()
                .filter(name -> name.endsWith(".tmp"))
                .findFirst()
                .orElseThrow();
    }
}
