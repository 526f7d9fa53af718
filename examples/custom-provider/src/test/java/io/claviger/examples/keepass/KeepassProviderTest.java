package io.claviger.examples.keepass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claviger.ConfigurationException;
import io.claviger.SecretReference;
import io.claviger.SecretSnapshot;
import io.claviger.SecretValue;
import io.claviger.Settings;
import io.claviger.TimeSource;
import io.claviger.spi.Call;
import io.claviger.spi.Session;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linguafranca.pwdb.kdbx.KdbxHeader;
import org.linguafranca.pwdb.kdbx.KdbxStreamFormat;
import org.linguafranca.pwdb.kdbx.jackson.JacksonDatabase;

@DisplayName("What is particular to KeePass")
class KeepassProviderTest {

    private static final KeepassCredentials PASSWORD = KeepassCredentials.password(SecretValue.ofText("correct horse"));
    private static final SecretReference DB = SecretReference.of("team", "Servers", "db");

    @TempDir
    private Path folder;

    private Path file;
    private SampleFile keepass;
    private VaultClient client;

    @BeforeEach
    void create() throws IOException {
        file = folder.resolve("team.kdbx");
        keepass = new SampleFile(file, PASSWORD);
        keepass.put("Servers", "db", Map.of("UserName", text("app"), "Password", text("s3cr3t")));
        client = new KeepassProvider().open(Settings.of("file", file.toString()));
    }

    @Test
    void reference_withoutAField_meansThePassword() {
        assertThat(client.locate(DB).field()).contains("Password");
        assertThat(read(DB).field("Password").orElseThrow().revealText()).isEqualTo("s3cr3t");
    }

    @Test
    void entry_hasTheFieldsThatAreFilledIn() {
        assertThat(read(DB).fieldNames()).containsExactlyInAnyOrder("UserName", "Password");
    }

    @Test
    void attachment_isAField() throws IOException {
        keepass.put("Servers", "db", Map.of("Password", text("s3cr3t"), "id_ed25519", SecretValue.ofBytes(new byte[] {-1
        })));

        assertThat(read(DB).field("id_ed25519").orElseThrow().revealBytes()).containsExactly(-1);
    }

    @Test
    void nativeForm_ofThisFile_isRecognized() {
        assertThat(client.recognize("keepass://team.kdbx/Servers/db#UserName", "team"))
                .contains(DB.withField("UserName"));
        assertThat(client.recognize("keepass://team.kdbx/My%20servers/db", "team"))
                .contains(SecretReference.of("team", "My servers", "db"));
    }

    @Test
    void nativeForm_ofAnotherFileOrKind_isNot() {
        assertThat(client.recognize("keepass://another.kdbx/Servers/db", "team"))
                .isEmpty();
        assertThat(client.recognize("op://team.kdbx/Servers/db", "team")).isEmpty();
    }

    @Test
    void twoEntriesOfOneTitle_areTold() throws IOException {
        keepass.add("Servers", "db", Map.of("Password", text("another")));

        assertThat(failure(() -> read(DB)))
                .returns(Kind.MISCONFIGURED, VaultFailure::kind)
                .returns(
                        "The KeePass file has 2 entries 'Servers/db'. Give them different titles.",
                        VaultFailure::detail);
    }

    @Test
    void entryInTheRecycleBin_isNotThere() throws IOException {
        keepass.throwAway("Servers", "db");

        assertThat(failure(() -> read(DB)).kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure(() -> read(SecretReference.of("team", "Recycle Bin", "db")))
                        .kind())
                .isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    void keyFile_isNeededWhereThereIsOne() throws IOException {
        KeepassCredentials both = PASSWORD.withKeyFile(text("any content is a key"));
        keepass.changeCredentials(both);

        assertThat(read(logIn(both), DB).fieldNames()).isNotEmpty();
        assertThat(failure(() -> logIn(PASSWORD)).kind()).isEqualTo(Kind.CREDENTIALS_REFUSED);
        assertThat(failure(() -> logIn(PASSWORD.withKeyFile(text("another")))).kind())
                .isEqualTo(Kind.CREDENTIALS_REFUSED);
    }

    @Test
    void file_ofTheFormatBefore_isReadToo() throws IOException {
        JacksonDatabase database = new JacksonDatabase();
        database.getRootGroup().addEntry(database.newEntry("router")).setPassword("s3cr3t");
        try (OutputStream out = Files.newOutputStream(file)) {
            database.save(new KdbxStreamFormat(new KdbxHeader(3)), PASSWORD.key(), out);
        }

        assertThat(read(SecretReference.of("team", "router")).field("Password")).isPresent();
        assertThat(failure(() -> logIn(KeepassCredentials.password(text("wrong"))))
                        .kind())
                .isEqualTo(Kind.CREDENTIALS_REFUSED);
    }

    @Test
    void entryWithoutATitle_isNoHindrance() throws Exception {
        String untitled = "<Entry><String><Key>UserName</Key><Value>ana</Value></String></Entry>";
        String titled = "<Entry><String><Key>Title</Key><Value>router</Value></String>"
                + "<String><Key>Password</Key><Value>s3cr3t</Value></String></Entry>";
        String file =
                "<KeePassFile><Root><Group><Name>Root</Name>" + untitled + titled + "</Group></Root></KeePassFile>";
        JacksonDatabase database =
                JacksonDatabase.loadXml(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));

        assertThat(Entries.of(database, "any").entry(List.of("router")).fieldNames())
                .containsExactly("Password");
    }

    @Test
    void file_thatIsHalfWritten_isUnavailableAndRefusesNoPassword() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 10, 100, whole.length / 2, whole.length - 50}) {
            Files.write(file, Arrays.copyOf(whole, length));

            assertThat(failure(() -> logIn(PASSWORD)).kind())
                    .as("the first %s bytes", length)
                    .isEqualTo(Kind.UNAVAILABLE);
        }
    }

    @Test
    void file_thatIsTooLarge_isNotTakenIntoMemory() throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(64L * 1024 * 1024 + 1);
        }

        assertThat(failure(() -> logIn(PASSWORD)).detail()).contains("is larger than 64 MiB");
    }

    @Test
    void probe_afterASaveWithoutAChange_readsToBeSure() throws IOException {
        Session session = logIn(PASSWORD);
        SecretSnapshot known = read(session, DB);
        keepass.save();

        assertThat(session.unchanged(client.locate(DB).locator(), known, call()))
                .isFalse();
        assertThat(read(session, DB).hasSameContentAs(known)).isTrue();
    }

    @Test
    void emptyPasswordAndBlankFile_areRefused() {
        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> KeepassCredentials.password(text("")));
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> new KeepassProvider().open(Settings.of("file", " ")));
    }

    private Session logIn(KeepassCredentials credentials) {
        return client.authenticate(credentials, call());
    }

    private SecretSnapshot read(SecretReference reference) {
        return read(logIn(PASSWORD), reference);
    }

    private SecretSnapshot read(Session session, SecretReference reference) {
        return session.read(client.locate(reference).locator(), call());
    }

    private static Call call() {
        return Call.within(Duration.ofSeconds(30), TimeSource.system());
    }

    private static VaultFailure failure(ThrowingCallable action) {
        VaultFailure failure = catchThrowableOfType(VaultFailure.class, action);
        assertThat(failure).as("the failure").isNotNull();
        return failure;
    }

    private static SecretValue text(String text) {
        return SecretValue.ofText(text);
    }
}
