package io.claviger.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.ConfigurationException;
import io.claviger.CredentialSource;
import io.claviger.Credentials;
import io.claviger.SecretValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("S2: sources of credentials: once, renewing, environment variable, file")
class CredentialSourcesTest {

    @TempDir
    private Path folder;

    private record Token(SecretValue value) implements Credentials {}

    @Test
    void once_askedTwice_givesNothingTheSecondTime() {
        CredentialSource source = CredentialSource.once(new Token(SecretValue.ofText("t")));
        assertThat(source.next()).isPresent();
        assertThat(source.next()).isEmpty();
    }

    @Test
    void renewing_askedTwice_asksTheSupplierTwice() {
        int[] asked = {0};
        CredentialSource source = CredentialSource.renewing(() -> new Token(SecretValue.ofText("t" + asked[0]++)));
        assertThat(text(source)).isEqualTo("t0");
        assertThat(text(source)).isEqualTo("t1");
    }

    @Test
    void environment_variableChanged_isReadAgain() {
        Map<String, String> environment = new HashMap<>(Map.of("TOKEN", "first"));
        CredentialSource source = CredentialSources.environment("TOKEN", environment::get, Token::new);
        assertThat(text(source)).isEqualTo("first");
        environment.put("TOKEN", "second");
        assertThat(text(source)).isEqualTo("second");
    }

    @Test
    void environment_variableMissing_namesItAndTheRemedy() {
        CredentialSource source = CredentialSources.environment("TOKEN", Map.<String, String>of()::get, Token::new);
        assertThatThrownBy(source::next)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("TOKEN is not set");
    }

    @Test
    void file_changed_isReadAgainWithoutItsLineEnd() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "first\n");
        CredentialSource source = CredentialSource.file(file, Token::new);
        assertThat(text(source)).isEqualTo("first");
        Files.writeString(file, "second \r\n");
        assertThat(text(source)).isEqualTo("second ");
    }

    @Test
    void file_missingEmptyTooLargeOrNotText_isAClearErrorWithoutItsContent() throws Exception {
        assertThatThrownBy(CredentialSource.file(folder.resolve("missing"), Token::new)::next)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cannot be read")
                .hasNoCause();
        Path empty = Files.writeString(folder.resolve("empty"), "\n");
        assertThatThrownBy(CredentialSource.file(empty, Token::new)::next).hasMessageContaining("is empty");
        Path large = Files.writeString(folder.resolve("large"), "canary".repeat(20_000));
        assertThatThrownBy(CredentialSource.file(large, Token::new)::next)
                .hasMessageContaining("larger than 64 KiB")
                .hasMessageNotContaining("canary");
        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff});
        assertThatThrownBy(CredentialSource.file(binary, Token::new)::next).hasMessageContaining("not UTF-8");
    }

    private static String text(CredentialSource source) {
        return ((Token) source.next().orElseThrow()).value().revealText();
    }
}
