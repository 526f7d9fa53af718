package io.claviger.provider.local.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.SecretValue;
import io.claviger.provider.local.LocalCredentials;
import io.claviger.provider.local.LocalVault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {

    private static final String PASSPHRASE = "correct horse";
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = directory.resolve("team.vault");
    }

    private int run(ScriptedTerminal terminal, String... typed) {
        terminal.variables.putIfAbsent("CLAVIGER_VAULT", file.toString());
        return new Command(terminal).run(typed);
    }

    /** A key is derived in no time; a passphrase is used where it matters. */
    private int runWithKey(ScriptedTerminal terminal, String... typed) throws IOException {
        Path key = Files.write(directory.resolve("key"), KEY);
        List<String> all = new ArrayList<>(List.of("--key-file", key.toString()));
        all.addAll(List.of(typed));
        return run(terminal, all.toArray(new String[0]));
    }

    private SecretValue stored(String name) {
        return stored(name, LocalCredentials.key(KEY));
    }

    private SecretValue stored(String name, LocalCredentials credentials) {
        try (LocalVault vault = LocalVault.open(file, credentials)) {
            return vault.get(name).orElseThrow();
        }
    }

    private static LocalCredentials passphrase() {
        return LocalCredentials.passphrase(PASSPHRASE.toCharArray());
    }

    @Test
    void set_byAPerson_asksTwiceForANewPassphraseAndHidesTheValue() {
        ScriptedTerminal terminal = ScriptedTerminal.person(PASSPHRASE, PASSPHRASE, "s3cret ");

        assertThat(run(terminal, "set", "db_password")).isEqualTo(Command.DONE);

        assertThat(stored("db_password", passphrase()).revealText()).isEqualTo("s3cret ");
        assertThat(terminal.prompts).hasSize(3);
        assertThat(terminal.printed).containsExactly("Stored db_password.");
    }

    @Test
    void set_passphrasesDiffer_createsNothing() {
        ScriptedTerminal terminal = ScriptedTerminal.person(PASSPHRASE, "corect horse", "s3cret");

        assertThat(run(terminal, "set", "db_password")).isEqualTo(Command.FAILED);

        assertThat(terminal.complaints).singleElement().asString().contains("differ");
        assertThat(file).doesNotExist();
    }

    @Test
    void set_fromStandardInput_dropsOneLineEnd() throws IOException {
        assertThat(runWithKey(ScriptedTerminal.script("s3cret\n\n"), "set", "db_password"))
                .isEqualTo(Command.DONE);

        assertThat(stored("db_password").revealText()).isEqualTo("s3cret\n");
    }

    @Test
    void set_bytesFromStandardInput_areKept() throws IOException {
        byte[] bytes = {(byte) 0xFE, 0, '\n'};
        ScriptedTerminal terminal = ScriptedTerminal.script(bytes).with("CLAVIGER_PASSPHRASE", PASSPHRASE);

        assertThat(runWithKey(terminal, "set", "keystore")).isEqualTo(Command.DONE);

        assertThat(stored("keystore").binary()).isTrue();
        assertThat(stored("keystore").revealBytes()).isEqualTo(bytes);
    }

    @Test
    void set_emptyInput_failsAndSaysWhatToDo() throws IOException {
        ScriptedTerminal terminal = ScriptedTerminal.script("");

        assertThat(runWithKey(terminal, "set", "db_password")).isEqualTo(Command.FAILED);
        assertThat(terminal.complaints).singleElement().asString().contains("holds no value");
    }

    @Test
    void set_valueAsArgument_isNotUnderstoodAndNotRepeated() throws IOException {
        ScriptedTerminal terminal = ScriptedTerminal.script("");

        assertThat(runWithKey(terminal, "set", "db_password", "s3cret")).isEqualTo(Command.NOT_UNDERSTOOD);

        assertThat(terminal.complaints)
                .singleElement()
                .asString()
                .contains("never an argument")
                .doesNotContain("s3cret");
        assertThat(file).doesNotExist();
    }

    @Test
    void set_scriptWithoutPassphrase_saysWhereFrom() {
        ScriptedTerminal terminal = ScriptedTerminal.script("s3cret");

        assertThat(run(terminal, "set", "db_password")).isEqualTo(Command.FAILED);
        assertThat(terminal.complaints).singleElement().asString().contains("CLAVIGER_PASSPHRASE");
    }

    @Test
    void set_withOptions_usesTheirFiles() throws IOException {
        Path other = directory.resolve("other.vault");
        Path passphrase = Files.writeString(directory.resolve("passphrase"), PASSPHRASE + "\n");

        assertThat(run(
                        ScriptedTerminal.script("s3cret"),
                        "--file",
                        other.toString(),
                        "set",
                        "--passphrase-file",
                        passphrase.toString(),
                        "--",
                        "-name"))
                .isEqualTo(Command.DONE);

        file = other;
        assertThat(stored("-name", passphrase()).revealText()).isEqualTo("s3cret");
    }

    @Test
    void list_vault_showsNamesOnly() throws IOException {
        runWithKey(ScriptedTerminal.script("s3cret"), "set", "b");
        runWithKey(ScriptedTerminal.script("s3cret"), "set", "a");
        ScriptedTerminal terminal = ScriptedTerminal.script("");

        assertThat(runWithKey(terminal, "list")).isEqualTo(Command.DONE);
        assertThat(terminal.printed).containsExactly("a", "b");
    }

    @Test
    void list_missingVault_failsInsteadOfLookingEmpty() throws IOException {
        ScriptedTerminal terminal = ScriptedTerminal.script("");

        assertThat(runWithKey(terminal, "list")).isEqualTo(Command.FAILED);
        assertThat(terminal.complaints).singleElement().asString().contains("There is no vault file");
    }

    @Test
    void list_wrongPassphrase_fails() {
        try (LocalVault vault = LocalVault.open(file, passphrase())) {
            vault.set("a", SecretValue.ofText("s3cret"));
        }
        ScriptedTerminal terminal = ScriptedTerminal.person("wrong");

        assertThat(run(terminal, "list")).isEqualTo(Command.FAILED);
        assertThat(terminal.complaints).singleElement().asString().contains("passphrase does not open");
        assertThat(terminal.prompts).hasSize(1);
    }

    @Test
    void set_keyFileOfOtherSize_isRefused() throws IOException {
        Path key = Files.write(directory.resolve("short"), new byte[31]);
        ScriptedTerminal terminal = ScriptedTerminal.script("s3cret");

        assertThat(run(terminal, "set", "a", "--key-file", key.toString())).isEqualTo(Command.FAILED);
        assertThat(terminal.complaints).singleElement().asString().contains("31 bytes");
    }

    @Test
    void unset_entry_isRemovedOnce() throws IOException {
        runWithKey(ScriptedTerminal.script("s3cret"), "set", "a");

        assertThat(runWithKey(ScriptedTerminal.script(""), "unset", "a")).isEqualTo(Command.DONE);
        assertThat(runWithKey(ScriptedTerminal.script(""), "unset", "a")).isEqualTo(Command.FAILED);
    }

    @Test
    void export_andImport_haveAPassphraseOfTheirOwn() throws IOException {
        runWithKey(ScriptedTerminal.script("s3cret"), "set", "a");
        String export = directory.resolve("export.vault").toString();
        ScriptedTerminal exporting = ScriptedTerminal.script("").with("CLAVIGER_EXPORT_PASSPHRASE", "for the journey");
        assertThat(runWithKey(exporting, "export", export)).isEqualTo(Command.DONE);

        file = directory.resolve("elsewhere.vault");
        assertThat(runWithKey(
                        ScriptedTerminal.script("").with("CLAVIGER_EXPORT_PASSPHRASE", "for the journey"),
                        "import",
                        export))
                .isEqualTo(Command.DONE);
        assertThat(stored("a").revealText()).isEqualTo("s3cret");
    }

    @Test
    void import_conflict_needsReplace() throws IOException {
        runWithKey(ScriptedTerminal.script("theirs"), "set", "a");
        String export = directory.resolve("export.vault").toString();
        runWithKey(ScriptedTerminal.script("").with("CLAVIGER_EXPORT_PASSPHRASE", PASSPHRASE), "export", export);
        runWithKey(ScriptedTerminal.script("ours"), "set", "a");

        ScriptedTerminal refused = ScriptedTerminal.script("").with("CLAVIGER_EXPORT_PASSPHRASE", PASSPHRASE);
        assertThat(runWithKey(refused, "import", export)).isEqualTo(Command.FAILED);
        assertThat(refused.complaints).singleElement().asString().contains("names: a.");
        assertThat(runWithKey(
                        ScriptedTerminal.script("").with("CLAVIGER_EXPORT_PASSPHRASE", PASSPHRASE),
                        "import",
                        "--replace",
                        export))
                .isEqualTo(Command.DONE);
        assertThat(stored("a").revealText()).isEqualTo("theirs");
    }

    @Test
    void anything_notUnderstood_exitsWithTwo() throws IOException {
        assertThat(runWithKey(ScriptedTerminal.script(""))).isEqualTo(Command.NOT_UNDERSTOOD);
        assertThat(runWithKey(ScriptedTerminal.script(""), "get", "a")).isEqualTo(Command.NOT_UNDERSTOOD);
        assertThat(runWithKey(ScriptedTerminal.script(""), "set")).isEqualTo(Command.NOT_UNDERSTOOD);
        assertThat(runWithKey(ScriptedTerminal.script(""), "list", "a")).isEqualTo(Command.NOT_UNDERSTOOD);
        assertThat(runWithKey(ScriptedTerminal.script(""), "list", "--values")).isEqualTo(Command.NOT_UNDERSTOOD);
        assertThat(runWithKey(ScriptedTerminal.script(""), "list", "--file")).isEqualTo(Command.NOT_UNDERSTOOD);
    }

    @Test
    void list_noVaultNamed_saysHow() {
        ScriptedTerminal terminal = ScriptedTerminal.script("");

        assertThat(new Command(terminal).run("list")).isEqualTo(Command.NOT_UNDERSTOOD);
        assertThat(terminal.complaints).singleElement().asString().contains("--file", "CLAVIGER_VAULT");
    }

    @Test
    void help_printsTheUsage() {
        ScriptedTerminal terminal = ScriptedTerminal.script("");

        assertThat(run(terminal, "--help")).isEqualTo(Command.DONE);
        assertThat(terminal.printed).singleElement().asString().contains("set NAME", "Exit codes");
    }
}
