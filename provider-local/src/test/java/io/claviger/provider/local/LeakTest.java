package io.claviger.provider.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.SecretReference;
import io.claviger.SecretValue;
import io.claviger.Settings;
import io.claviger.TimeSource;
import io.claviger.provider.local.internal.vault.LocalProvider;
import io.claviger.spi.Call;
import io.claviger.spi.Session;
import io.claviger.spi.VaultClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No value and no passphrase in any exception, description, output or file. */
class LeakTest {

    private static final String VALUE = "c4n4ry-value-7391";
    private static final String PASSPHRASE = "c4n4ry-passphrase-5517";
    private static final String KEY = "c4n4ry-key-0123456789abcdef01234";
    private static final Call CALL = Call.within(Duration.ofMinutes(5), TimeSource.system());

    @TempDir
    Path directory;

    private final List<String> seen = new ArrayList<>();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    @BeforeEach
    void capture() {
        System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(output, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void release() {
        System.setOut(out);
        System.setErr(err);
    }

    @Test
    void failures_ofAllKinds_showNoSecret() throws IOException {
        Path file = directory.resolve("team.vault");
        LocalCredentials passphrase = LocalCredentials.passphrase(PASSPHRASE.toCharArray());
        LocalCredentials key = LocalCredentials.key(KEY.getBytes(StandardCharsets.US_ASCII));
        see(passphrase, key);
        try (LocalVault vault = LocalVault.open(file, passphrase)) {
            vault.set("a", SecretValue.ofText(VALUE));
            vault.exportTo(directory.resolve("export.vault"), key);
            vault.set("a", SecretValue.ofText(VALUE + VALUE));
            see(vault, vault.get("a"), vault.names());
            fail(() -> vault.importFrom(directory.resolve("export.vault"), key));
            fail(() -> vault.exportTo(file, key));
            fail(() -> vault.set("b", SecretValue.ofText(VALUE + "\uD83D")));
            fail(() -> vault.set("b", SecretValue.ofText(VALUE.repeat(100_000))));
        }
        fail(() -> LocalVault.open(file, key));
        fail(() -> LocalVault.open(file, LocalCredentials.passphrase((PASSPHRASE + "x").toCharArray())));
        fail(() -> LocalCredentials.key((KEY + "x").getBytes(StandardCharsets.US_ASCII)));
        session(file, passphrase);
        damage(file);
        fail(() -> LocalVault.open(file, passphrase));

        assertClean();
    }

    private void session(Path file, LocalCredentials passphrase) {
        VaultClient client = new LocalProvider().open(Settings.of("file", file.toString()));
        Session session = client.authenticate(passphrase, CALL);
        see(
                client,
                session,
                session.read(client.locate(SecretReference.of("mine", "a")).locator(), CALL));
        fail(() -> session.read(client.locate(SecretReference.of("mine", "b")).locator(), CALL));
        fail(() -> client.authenticate(LocalCredentials.passphrase(SecretValue.ofText(PASSPHRASE + "y")), CALL));
    }

    private static void damage(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
    }

    private void see(Object... objects) {
        Stream.of(objects).map(String::valueOf).forEach(seen::add);
    }

    private void fail(ThrowingCallable action) {
        Throwable failure = Assertions.catchThrowable(action);
        assertThat(failure).isNotNull();
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        seen.add(trace.toString());
    }

    private void assertClean() throws IOException {
        seen.add(output.toString(StandardCharsets.UTF_8));
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                seen.add(file + " " + Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(seen).hasSizeGreaterThan(15);
        for (String secret : List.of(VALUE, PASSPHRASE, KEY)) {
            byte[] bytes = secret.getBytes(StandardCharsets.US_ASCII);
            assertThat(seen)
                    .noneMatch(text -> text.contains(secret))
                    .noneMatch(text -> text.contains(HexFormat.of().formatHex(bytes)))
                    .noneMatch(text -> text.contains(
                            Base64.getEncoder().encodeToString(bytes).substring(0, 16)));
        }
    }
}
