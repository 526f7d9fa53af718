package io.claviger.provider.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claviger.ConfigurationException;
import io.claviger.Reason;
import io.claviger.SecretValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalVaultTest {

    private static final LocalCredentials KEY = key(1);
    private static final LocalCredentials OTHER_KEY = key(2);

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = directory.resolve("team.vault");
    }

    private static LocalCredentials key(int filler) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) filler);
        return LocalCredentials.key(key);
    }

    @Test
    void set_inMemory_isThereUntilDestroyed() {
        try (LocalVault vault = LocalVault.inMemory()) {
            vault.set("b", SecretValue.ofText("2"));
            vault.set("a", SecretValue.ofText("1"));
            assertThat(vault.names()).containsExactly("a", "b");
            assertThat(vault.get("a").orElseThrow().revealText()).isEqualTo("1");

            assertThat(vault.unset("a")).isTrue();
            assertThat(vault.unset("a")).isFalse();
            vault.destroy();
            assertThat(vault.names()).isEmpty();
        }
    }

    @Test
    void open_withPassphrase_readsWhatWasSetBefore() {
        try (LocalVault vault = LocalVault.open(file, LocalCredentials.passphrase("right horse".toCharArray()))) {
            vault.set("db_password", SecretValue.ofText("s3cret"));
        }
        try (LocalVault vault = LocalVault.open(file, LocalCredentials.passphrase(SecretValue.ofText("right horse")))) {
            assertThat(vault.get("db_password").orElseThrow().revealText()).isEqualTo("s3cret");
            assertThat(vault.get("other")).isEmpty();
        }
    }

    @Test
    void open_withWrongPassphrase_saysSoWithoutRepeatingIt() {
        LocalVault.open(file, LocalCredentials.passphrase("right horse".toCharArray()))
                .set("a", SecretValue.ofText("1"));

        LocalVaultException refused = catchThrowableOfType(
                LocalVaultException.class,
                () -> LocalVault.open(file, LocalCredentials.passphrase("wrong horse".toCharArray())));

        assertThat(refused.reason()).isEqualTo(Reason.REAUTHENTICATION_REQUIRED);
        assertThat(refused)
                .hasMessageContaining("does not open")
                .hasMessageContaining("team.vault")
                .hasMessageNotContaining("horse")
                .hasNoCause();
    }

    @Test
    void open_damagedFile_saysSo() throws IOException {
        Files.write(file, new byte[] {1, 2, 3});

        LocalVaultException damaged = catchThrowableOfType(LocalVaultException.class, () -> LocalVault.open(file, KEY));

        assertThat(damaged.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(damaged).hasMessageContaining("is damaged").hasMessageContaining("restore");
    }

    @Test
    void exportTo_file_isEncryptedOnItsOwnAndImportedAsAWhole() {
        Path export = directory.resolve("export.vault");
        LocalCredentials passphrase = LocalCredentials.passphrase("for the journey".toCharArray());
        try (LocalVault vault = LocalVault.inMemory()) {
            vault.set("a", SecretValue.ofText("1"));
            vault.set("b", SecretValue.ofBytes(new byte[] {-1}));
            vault.exportTo(export, passphrase);
        }
        try (LocalVault vault = LocalVault.open(file, KEY)) {
            vault.set("c", SecretValue.ofText("3"));
            vault.importFrom(export, passphrase);
            assertThat(vault.names()).containsExactly("a", "b", "c");
            assertThat(vault.get("b").orElseThrow().binary()).isTrue();
        }
    }

    @Test
    void exportTo_fileThatExists_isRefused() throws IOException {
        Path export = Files.writeString(directory.resolve("export.vault"), "precious");
        try (LocalVault vault = LocalVault.inMemory()) {
            assertThatThrownBy(() -> vault.exportTo(export, KEY))
                    .isInstanceOf(LocalVaultException.class)
                    .hasMessageContaining("exists and is not overwritten");
        }
        assertThat(export).hasContent("precious");
    }

    @Test
    void importFrom_conflict_changesNothingUnlessAskedToReplace() {
        Path export = directory.resolve("export.vault");
        try (LocalVault vault = LocalVault.open(file, KEY)) {
            vault.set("a", SecretValue.ofText("theirs"));
            vault.set("b", SecretValue.ofText("theirs"));
            vault.exportTo(export, OTHER_KEY);
            vault.set("a", SecretValue.ofText("ours"));
            vault.unset("b");

            assertThatThrownBy(() -> vault.importFrom(export, OTHER_KEY))
                    .isInstanceOf(LocalVaultException.class)
                    .hasMessageContaining("names: a.");
            assertThat(vault.names()).containsExactly("a");

            vault.importReplacing(export, OTHER_KEY);
            assertThat(vault.get("a").orElseThrow().revealText()).isEqualTo("theirs");
            assertThat(vault.names()).containsExactly("a", "b");
        }
    }

    @Test
    void importFrom_missingFile_isNamed() {
        try (LocalVault vault = LocalVault.inMemory()) {
            assertThatThrownBy(() -> vault.importFrom(file, KEY))
                    .isInstanceOf(LocalVaultException.class)
                    .hasMessageContaining("There is no file");
        }
    }

    @Test
    void changeCredentials_file_opensWithTheNewOnesOnly() {
        LocalVault vault = LocalVault.open(file, KEY);
        vault.set("a", SecretValue.ofText("1"));
        LocalVault stale = LocalVault.open(file, KEY);

        vault.changeCredentials(OTHER_KEY);
        vault.set("b", SecretValue.ofText("2"));

        assertThat(LocalVault.open(file, OTHER_KEY).names()).containsExactly("a", "b");
        assertThatThrownBy(() -> LocalVault.open(file, KEY)).hasMessageContaining("does not open");
        assertThatThrownBy(stale::names).hasMessageContaining("does not open");
    }

    @Test
    void destroy_file_isGoneAndStartsAnew() {
        try (LocalVault vault = LocalVault.open(file, KEY)) {
            vault.set("a", SecretValue.ofText("1"));
            vault.destroy();
            assertThat(file).doesNotExist();
            vault.set("b", SecretValue.ofText("2"));
        }
        assertThat(LocalVault.open(file, KEY).names()).containsExactly("b");
    }

    @Test
    void names_afterClose_areRefused() {
        LocalVault vault = LocalVault.inMemory();
        vault.close();
        vault.close();

        assertThatThrownBy(vault::names)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void set_impossibleName_isRefused() {
        try (LocalVault vault = LocalVault.inMemory()) {
            assertThatThrownBy(() -> vault.set("a\nb", SecretValue.ofText("1")))
                    .isInstanceOf(ConfigurationException.class);
        }
    }
}
