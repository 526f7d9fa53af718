package io.claviger.tests.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claviger.CredentialSource;
import io.claviger.IntegrationManager;
import io.claviger.Reason;
import io.claviger.SecretReference;
import io.claviger.SecretValue;
import io.claviger.Settings;
import io.claviger.UnresolvedException;
import io.claviger.provider.local.LocalCredentials;
import io.claviger.provider.local.LocalVault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The local vault and bad input: what, where and the fix, and no value")
class LocalBadInputTest {

    @RegisterExtension
    private final Canary canary = new Canary();

    @TempDir
    private Path directory;

    private Path file;
    private SecretValue passphrase;

    @BeforeEach
    void createVault() {
        file = directory.resolve("secrets.vault");
        passphrase = canary.value();
        try (LocalVault vault = LocalVault.open(file, LocalCredentials.passphrase(passphrase))) {
            vault.set("db", SecretValue.ofText("{\"password\":\"" + canary.text() + "\"}"));
        }
    }

    @Test
    void passphrase_wrong_asksForReauthentication() {
        UnresolvedException thrown = failure(canary.value(), "vault://mine/db#password");

        assertThat(thrown.reason()).isEqualTo(Reason.REAUTHENTICATION_REQUIRED);
        assertThat(thrown).hasMessageContaining("db_password").hasMessageContaining("passphrase");
    }

    @Test
    void file_damaged_isToldFromAWrongPassphraseAndLeftUntouched() throws IOException {
        byte[] damaged = Files.readAllBytes(file);
        damaged[damaged.length - 3] ^= 1;
        Files.write(file, damaged);

        UnresolvedException thrown = failure(passphrase, "vault://mine/db#password");

        assertThat(thrown.reason()).isNotEqualTo(Reason.REAUTHENTICATION_REQUIRED);
        assertThat(thrown).hasMessageContaining("damaged");
        assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
    }

    @Test
    void field_missing_isEmptyWithTheReference() {
        UnresolvedException thrown = failure(passphrase, "vault://mine/db#nothing");

        assertThat(thrown.reason()).isEqualTo(Reason.FIELD_NOT_FOUND);
        assertThat(thrown).hasMessageContaining("vault://mine/db#nothing");
    }

    @Test
    void secret_missing_isEmptyWithTheReference() {
        UnresolvedException thrown = failure(passphrase, "vault://mine/nothing");

        assertThat(thrown.reason()).isEqualTo(Reason.NOT_FOUND);
        assertThat(thrown).hasMessageContaining("vault://mine/nothing");
    }

    private UnresolvedException failure(SecretValue secret, String reference) {
        try (IntegrationManager vaults = IntegrationManager.builder().build()) {
            vaults.connect(
                    "mine",
                    "local",
                    Settings.of("file", file.toString()),
                    CredentialSource.once(LocalCredentials.passphrase(secret)));
            vaults.link("db_password", SecretReference.parse(reference));
            UnresolvedException thrown = catchThrowableOfType(
                    UnresolvedException.class, () -> vaults.resolver().resolve("db_password"));
            canary.assertNotIn(thrown);
            assertThat(thrown).hasMessageContaining("docs/errors.md#");
            return thrown;
        }
    }
}
