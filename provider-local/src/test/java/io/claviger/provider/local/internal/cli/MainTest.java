package io.claviger.provider.local.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own, driven by a script. */
class MainTest {

    @TempDir
    Path directory;

    private record Result(int code, String output) {}

    private Result run(String input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .put("CLAVIGER_VAULT", directory.resolve("team.vault").toString());
        builder.environment().put("CLAVIGER_PASSPHRASE", "correct horse");
        Process process = builder.start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    @Test
    void main_setAndList_neverShowsValueOrPassphrase() throws IOException, InterruptedException {
        Result set = run("s3cret-to-hide\n", "set", "db_password");
        assertThat(set.output()).contains("Stored db_password.").doesNotContain("to-hide", "horse");
        assertThat(set.code()).isZero();

        assertThat(run("", "list")).isEqualTo(new Result(0, "db_password" + System.lineSeparator()));
        assertThat(run("", "unset", "other").code()).isEqualTo(1);
        assertThat(run("", "show").code()).isEqualTo(2);
    }
}
