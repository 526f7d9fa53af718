package io.claviger.provider.local.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claviger.Administration;
import io.claviger.ConfigurationException;
import io.claviger.Credentials;
import io.claviger.SecretReference;
import io.claviger.SecretSnapshot;
import io.claviger.Settings;
import io.claviger.TimeSource;
import io.claviger.spi.Call;
import io.claviger.spi.Locator;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "makes links only for administrators")
class FilesProviderTest {

    private static final Call CALL = Call.within(Duration.ofMinutes(1), TimeSource.system());

    @TempDir
    Path temporary;

    private Path directory;
    private VaultClient client;

    @BeforeEach
    void mount() throws IOException {
        directory = Files.createDirectory(temporary.resolve("secrets"));
        client = new FilesProvider().open(Settings.of("directory", directory.toString()));
    }

    private SecretSnapshot read(String... path) {
        Locator locator = client.locate(SecretReference.of("mounted", path)).locator();
        return client.authenticate(Credentials.none(), CALL).read(locator, CALL);
    }

    private String text(String... path) {
        return read(path).value().orElseThrow().revealText();
    }

    private VaultFailure failure(String... path) {
        return catchThrowableOfType(VaultFailure.class, () -> read(path));
    }

    @Test
    void read_fileInFolder_isGivenByteForByte() throws IOException {
        Files.createDirectories(directory.resolve("app/db"));
        Files.writeString(directory.resolve("app/db/password"), " s3cret ü\r\n\n");

        assertThat(text("app", "db", "password")).isEqualTo(" s3cret ü\r\n\n");
        assertThat(read("app", "db", "password").value().orElseThrow().binary()).isFalse();
    }

    @Test
    void read_bytesThatAreNotUtf8_areBinary() throws IOException {
        byte[] keystore = {(byte) 0xFE, (byte) 0xED, 0, 1};
        Files.write(directory.resolve("keystore"), keystore);

        assertThat(read("keystore").value().orElseThrow().binary()).isTrue();
        assertThat(read("keystore").value().orElseThrow().revealBytes()).isEqualTo(keystore);
    }

    @Test
    void read_changedFile_isTheNewContentAndVersion() throws IOException {
        Path file = Files.writeString(directory.resolve("token"), "first");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        assertThat(read("token").version()).contains("2026-01-01T00:00:00Z");

        Files.writeString(file, "second");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-02T00:00:00Z")));
        assertThat(text("token")).isEqualTo("second");
        assertThat(read("token").version()).contains("2026-01-02T00:00:00Z");
    }

    @Test
    void read_changedTwiceInOneMoment_isNotTakenForTheSame() throws IOException {
        Path file = Files.writeString(directory.resolve("token"), "first");
        FileTime moment = FileTime.from(Instant.now());
        Files.setLastModifiedTime(file, moment);
        SecretSnapshot first = read("token");

        Files.writeString(file, "second");
        Files.setLastModifiedTime(file, moment);

        assertThat(read("token").hasSameContentAs(first)).isFalse();
    }

    /** The shape of a Kubernetes mount: name -> ..data/name, ..data -> a directory that is swapped. */
    @Test
    void read_linksBelowTheDirectory_areFollowedAndSwapped() throws IOException {
        for (String version : List.of("..1", "..2")) {
            Files.createDirectory(directory.resolve(version));
            Files.writeString(directory.resolve(version).resolve("password"), "value of " + version);
        }
        Files.createSymbolicLink(directory.resolve("..data"), Path.of("..1"));
        Files.createSymbolicLink(directory.resolve("password"), Path.of("..data/password"));
        assertThat(text("password")).isEqualTo("value of ..1");

        Path swap = Files.createSymbolicLink(directory.resolve("..swap"), Path.of("..2"));
        Files.move(swap, directory.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
        assertThat(text("password")).isEqualTo("value of ..2");
    }

    @Test
    void read_linkOutOfTheDirectory_isDenied() throws IOException {
        Path outside = Files.writeString(temporary.resolve("secrets-of-others"), "to-hide");
        Files.createSymbolicLink(directory.resolve("file"), outside);
        Files.createSymbolicLink(directory.resolve("folder"), temporary);

        assertThat(failure("file").kind()).isEqualTo(Kind.DENIED);
        assertThat(failure("folder", "secrets-of-others").kind()).isEqualTo(Kind.DENIED);
        assertThat(failure("file").detail()).contains("leads out").doesNotContain("to-hide");
    }

    @Test
    void read_mountedDirectoryThatIsALinkItself_isFollowed() throws IOException {
        Files.writeString(directory.resolve("token"), "s3cret");
        Path link = Files.createSymbolicLink(temporary.resolve("link"), directory);
        client = new FilesProvider().open(Settings.of("directory", link.toString()));

        assertThat(text("token")).isEqualTo("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "a/b", "../x", "a\\b"})
    void locate_segmentThatLeadsElsewhere_isRefused(String segment) {
        assertThatThrownBy(() -> client.locate(SecretReference.of("mounted", "app", segment)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("below the directory");
    }

    @Test
    void locate_reference_isItsPathAndField() {
        SecretReference reference = SecretReference.of("mounted", "app", "db").withField("user");

        assertThat(client.locate(reference).locator()).isEqualTo(Locator.of(List.of("app", "db"), Map.of()));
        assertThat(client.locate(reference).field()).contains("user");
        assertThatThrownBy(() -> client.locate(reference.withParameter("version", "1")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("parameters");
    }

    @Test
    void read_missingFile_isNotFound() throws IOException {
        Files.writeString(directory.resolve("file"), "s3cret");

        assertThat(failure("missing").kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure("file", "below").kind()).isIn(Kind.NOT_FOUND, Kind.UNAVAILABLE);
    }

    @Test
    void read_missingDirectory_isUnavailable() throws IOException {
        Files.delete(directory);

        assertThat(failure("any").kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure("any").detail()).contains("'directory'");
    }

    @Test
    void read_directory_isRefused() throws IOException {
        Files.createDirectory(directory.resolve("folder"));

        assertThat(failure("folder").kind()).isEqualTo(Kind.MISCONFIGURED);
    }

    @Test
    void read_largestFile_isGivenAndOneByteMoreRefused() throws IOException {
        Files.write(directory.resolve("largest"), new byte[1024 * 1024]);
        Files.write(directory.resolve("larger"), new byte[1024 * 1024 + 1]);

        assertThat(read("largest").value().orElseThrow().revealBytes()).hasSize(1024 * 1024);
        assertThat(failure("larger").kind()).isEqualTo(Kind.MISCONFIGURED);
        assertThat(failure("larger").detail()).contains("1 MiB");
    }

    @Test
    void open_blankOrImpossibleDirectory_isRefused() {
        assertThatThrownBy(() -> new FilesProvider().open(Settings.of("directory", " ")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'directory'");
        assertThatThrownBy(() -> new FilesProvider().open(Settings.of("directory", "a\0b")))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void descriptor_directory_isRequiredAndTheHostsOwn() {
        assertThat(new FilesProvider().descriptor().administration()).isEqualTo(Administration.TEAM);
        assertThat(new FilesProvider().descriptor().settings()).singleElement().satisfies(setting -> {
            assertThat(setting.isRequired()).isTrue();
            assertThat(setting.isHostOnly()).isTrue();
            assertThat(setting.isDestination()).isTrue();
        });
    }
}
