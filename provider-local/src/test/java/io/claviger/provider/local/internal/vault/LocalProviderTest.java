package io.claviger.provider.local.internal.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claviger.Administration;
import io.claviger.ConfigurationException;
import io.claviger.Credentials;
import io.claviger.SecretReference;
import io.claviger.SecretSnapshot;
import io.claviger.SecretValue;
import io.claviger.Settings;
import io.claviger.TimeSource;
import io.claviger.provider.local.LocalCredentials;
import io.claviger.provider.local.LocalVault;
import io.claviger.spi.Call;
import io.claviger.spi.Locator;
import io.claviger.spi.ProviderDescriptor;
import io.claviger.spi.Session;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalProviderTest {

    private static final SecretReference REFERENCE = SecretReference.of("mine", "db_password");

    @TempDir
    Path directory;

    private final LocalProvider provider = new LocalProvider();
    private Path file;
    private VaultClient client;

    @BeforeEach
    void openClient() {
        file = directory.resolve("team.vault");
        client = provider.open(Settings.of("file", file.toString()));
    }

    private static Call call() {
        return Call.within(Duration.ofSeconds(30), TimeSource.system());
    }

    private static LocalCredentials key(int filler) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) filler);
        return LocalCredentials.key(key);
    }

    private Locator locator() {
        return client.locate(REFERENCE).locator();
    }

    private static VaultFailure failure(Runnable action) {
        return catchThrowableOfType(VaultFailure.class, action::run);
    }

    @Test
    void descriptor_file_isTheHostsOwn() {
        ProviderDescriptor descriptor = provider.descriptor();

        assertThat(descriptor.administration()).isEqualTo(Administration.USER);
        assertThat(descriptor.writable()).isTrue();
        assertThat(descriptor.parameters()).isEmpty();
        assertThat(descriptor.settings()).singleElement().satisfies(setting -> {
            assertThat(setting.name()).isEqualTo("file");
            assertThat(setting.isRequired()).isFalse();
            assertThat(setting.isHostOnly()).isTrue();
            assertThat(setting.isDestination()).isTrue();
        });
        assertThat(descriptor.credentials()).anyMatch(kind -> kind.isInstance(key(1)));
        assertThat(descriptor.credentialsOptional()).isTrue();
    }

    @Test
    void open_blankOrImpossibleFile_isRefused() {
        assertThatThrownBy(() -> provider.open(Settings.of("file", " ")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'file' is blank");
        assertThatThrownBy(() -> provider.open(Settings.of("file", "a\0b")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'file' is not a path");
    }

    @Test
    void locate_reference_isItsNameAndField() {
        assertThat(locator()).isEqualTo(Locator.of(List.of("db_password"), Map.of()));
        assertThat(client.locate(REFERENCE).field()).isEmpty();
        assertThat(client.locate(REFERENCE.withField("/user/0")).field()).contains("/user/0");
        assertThat(client.locate(SecretReference.of("mine", "cafe\u0301")).locator())
                .isEqualTo(
                        client.locate(SecretReference.of("mine", "caf\u00e9")).locator());
    }

    @Test
    void locate_whatDoesNotFit_isRefused() {
        assertThatThrownBy(() -> client.locate(SecretReference.of("mine", "a", "b")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("have one");
        assertThatThrownBy(() -> client.locate(REFERENCE.withParameter("version", "1")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("parameters");
        assertThatThrownBy(() -> client.locate(SecretReference.of("mine", "a\nb")))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void authenticate_missingFile_isAnEmptyVaultCreatedByTheFirstWrite() {
        Session session = client.authenticate(key(1), call());
        assertThat(failure(() -> session.read(locator(), call())).kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(file).doesNotExist();

        session.write(locator(), SecretValue.ofText("s3cret"), call());

        assertThat(file).exists();
        SecretSnapshot snapshot = session.read(locator(), call());
        assertThat(snapshot.value().orElseThrow().revealText()).isEqualTo("s3cret");
        assertThat(snapshot.version()).contains("1");
        assertThat(snapshot.cacheable()).isTrue();
    }

    @Test
    void read_changedByTheCommand_isTheNewValueAndVersion() {
        Session session = client.authenticate(key(1), call());
        session.write(locator(), SecretValue.ofText("old"), call());
        try (LocalVault vault = LocalVault.open(file, key(1))) {
            vault.set("db_password", SecretValue.ofBytes(new byte[] {0, -1}));
        }

        SecretSnapshot snapshot = session.read(locator(), call());
        assertThat(snapshot.value().orElseThrow().revealBytes()).containsExactly(0, -1);
        assertThat(snapshot.value().orElseThrow().binary()).isTrue();
        assertThat(snapshot.version()).contains("2");
    }

    @Test
    void erase_entry_isGoneAndMayBeErasedAgain() {
        Session session = client.authenticate(key(1), call());
        session.write(locator(), SecretValue.ofText("s3cret"), call());

        session.erase(locator(), call());
        session.erase(locator(), call());

        VaultFailure failure = failure(() -> session.read(locator(), call()));
        assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure.detail()).contains("'db_password'");
    }

    @Test
    void authenticate_wrongKey_isRefused() {
        client.authenticate(key(1), call()).write(locator(), SecretValue.ofText("s3cret"), call());

        VaultFailure failure = failure(() -> client.authenticate(key(2), call()));
        assertThat(failure.kind()).isEqualTo(Kind.CREDENTIALS_REFUSED);
        assertThat(failure.detail()).contains("key does not open", file.toString());
        assertThat(failure(() -> client.authenticate(Credentials.none(), call()))
                        .kind())
                .isEqualTo(Kind.CREDENTIALS_REFUSED);
    }

    @Test
    void authenticate_damagedFile_isUnavailable() throws IOException {
        Files.write(file, new byte[0]);

        assertThat(failure(() -> client.authenticate(key(1), call())).kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void read_credentialsChangedMeanwhile_endsTheSession() {
        Session session = client.authenticate(key(1), call());
        session.write(locator(), SecretValue.ofText("s3cret"), call());
        LocalVault.open(file, key(1)).changeCredentials(key(2));

        assertThat(failure(() -> session.read(locator(), call())).kind()).isEqualTo(Kind.SESSION_ENDED);
        assertThat(client.authenticate(key(2), call())
                        .read(locator(), call())
                        .value()
                        .orElseThrow()
                        .revealText())
                .isEqualTo("s3cret");
    }

    @Test
    void inMemory_vault_livesAsLongAsItsClient() {
        VaultClient memory = provider.open(Settings.empty());
        memory.authenticate(Credentials.none(), call()).write(locator(), SecretValue.ofText("s3cret"), call());

        Session again = memory.authenticate(Credentials.none(), call());
        assertThat(again.read(locator(), call()).value().orElseThrow().revealText())
                .isEqualTo("s3cret");

        memory.close();
        assertThat(failure(() -> again.read(locator(), call())).kind()).isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    void inMemory_withPassphrase_isRefusedBecauseNothingWouldBeKept() {
        VaultFailure failure = failure(() -> provider.open(Settings.empty()).authenticate(key(1), call()));

        assertThat(failure.kind()).isEqualTo(Kind.MISCONFIGURED);
        assertThat(failure.detail()).contains("kept in memory", "'file'");
    }
}
