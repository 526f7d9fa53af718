package io.claviger.provider.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.ConfigurationException;
import io.claviger.CredentialSource;
import io.claviger.SecretValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalCredentialsTest {

    @Test
    void toString_anyCredentials_showsNoMaterial() {
        byte[] key = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

        assertThat(LocalCredentials.passphrase("to-hide".toCharArray())).hasToString("LocalCredentials[passphrase]");
        assertThat(LocalCredentials.key(key)).hasToString("LocalCredentials[key]");
    }

    @Test
    void passphrase_overwrittenByCaller_isKept() {
        char[] typed = "correct horse".toCharArray();
        LocalCredentials credentials = LocalCredentials.passphrase(typed);
        Arrays.fill(typed, '\0');

        assertThat(credentials.material().revealText()).isEqualTo("correct horse");
        assertThat(credentials.isPassphrase()).isTrue();
    }

    @Test
    void passphrase_empty_isRefused() {
        assertThatThrownBy(() -> LocalCredentials.passphrase(new char[0]))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("empty");
    }

    @Test
    void key_ofOtherSize_isRefused() {
        assertThatThrownBy(() -> LocalCredentials.key(new byte[16]))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("16 bytes")
                .hasMessageContaining("32");
    }

    @Test
    void passphrase_asKindOfASource_isReadFromAFile(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("passphrase"), "correct horse\n");

        LocalCredentials credentials = (LocalCredentials)
                CredentialSource.file(file, LocalCredentials::passphrase).next().orElseThrow();

        assertThat(credentials.material().hasSameContentAs(SecretValue.ofText("correct horse")))
                .isTrue();
    }
}
