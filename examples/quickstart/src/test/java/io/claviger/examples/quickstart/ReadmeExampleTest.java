package io.claviger.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.SecretValue;
import io.claviger.provider.local.LocalCredentials;
import io.claviger.provider.local.LocalVault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeExampleTest {

    private static final Path TOP = Path.of("..", "..");
    private static final Path SOURCE =
            Path.of("src", "main", "java", "io", "claviger", "examples", "quickstart", "ReadmeExample.java");

    @TempDir
    private Path directory;

    @Test
    void example_onAVaultFile_givesTheUrl() throws IOException {
        Path passphrase = Files.writeString(directory.resolve("passphrase"), "correct horse\n");
        Path file = directory.resolve("secrets.vault");
        try (LocalVault vault =
                LocalVault.open(file, LocalCredentials.passphrase(SecretValue.ofText("correct horse")))) {
            vault.set("db", SecretValue.ofText("{\"password\": \"s3cr3t\"}"));
        }

        assertThat(ReadmeExample.jdbcUrl(passphrase, file))
                .isEqualTo("jdbc:postgresql://db/app?user=app&password=s3cr3t");
    }

    @Test
    void readme_always_showsTheExampleAsItIs() throws IOException {
        List<String> source = Files.readAllLines(SOURCE);
        String example = String.join(
                        "\n", source.subList(lineOf(source, "// README: begin") + 1, lineOf(source, "// README: end")))
                .stripIndent();

        assertThat(Files.readString(TOP.resolve("README.md"))).contains(example);
        assertThat(example.lines().filter(line -> !line.isBlank())).hasSizeLessThanOrEqualTo(15);
    }

    private static int lineOf(List<String> lines, String marker) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(marker)) {
                return i;
            }
        }
        throw new AssertionError("no line has " + marker);
    }
}
