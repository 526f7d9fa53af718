package io.claviger.provider.local.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.SecretValue;
import io.claviger.provider.local.LocalCredentials;
import io.claviger.provider.local.LocalVault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {

    private static final String PASSPHRASE = "correct horse";

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

    private ScriptedTerminal script(String input) {
        return ScriptedTerminal.script(input).with("CLAVIGER_PASSPHRASE", PASSPHRASE);
    }

    private SecretValue stored(String name) {
        try (LocalVault vault = LocalVault.open(file, LocalCredentials.passphrase(PASSPHRASE.toCharArray()))) {
            return vault.get(name).orElseThrow();
        }
    }

    @Test
    void set_byAPerson_asksTwiceForANewPassphraseAndHidesTheValue() {
        ScriptedTerminal terminal = ScriptedTerminal.person(PASSPHRASE, PASSPHRASE, "s3cret ");

        assertThat(run(terminal, "set", "db_password")).isEqualTo(Command.DONE);

        assertThat(stored("db_password").revealText()).isEqualTo("s3cret ");
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
    void set_fromStandardInput_dropsOneLineEnd() {
        assertThat(run(script("s3cret\n\n"), "set", "db_password")).isEqualTo(Command.DONE);

        assertThat(stored("db_password").revealText()).isEqualTo("s3cret\n");
    }

    @Test
    void set_bytesFromStandardInput_areKept() {
        byte[] bytes = {(byte) 0xFE, 0, '\n'};
        ScriptedTerminal terminal = ScriptedTerminal.script(bytes).with("CLAVIGER_PASSPHRASE", PASSPHRASE);

        assertThat(run(terminal, "set", "keystore")).isEqualTo(Command.DONE);

        assertThat(stored("keystore").binary()).isTrue();
        assertThat(stored("keystore").revealBytes()).isEqualTo(bytes);
    }

    @Test
    void set_emptyInput_failsAndSaysWhatToDo() {
        ScriptedTerminal terminal = script("");

        assertThat(run(terminal, "set", "db_password")).isEqualTo(Command.FAILED);
        assertThat(terminal.complaints).singleElement().asString().contains("holds no value");
    }

    @Test
    void set_valueAsArgument_isNotUnderstoodAndNotRepeated() {
        ScriptedTerminal terminal = script("");

        assertThat(run(terminal, "set", "db_password", "s3cret")).isEqualTo(Command.NOT_UNDERSTOOD);

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
        assertThat(stored("-name").revealText()).isEqualTo("s3cret");
    }

    @Test
    void list_vault_showsNamesOnly() {
        run(script("s3cret"), "set", "b");
        run(script("s3cret"), "set", "a");
        ScriptedTerminal terminal = script("");

        assertThat(run(terminal, "list")).isEqualTo(Command.DONE);
        assertThat(terminal.printed).containsExactly("a", "b");
    }

    @Test
    void list_missingVault_failsInsteadOfLookingEmpty() {
        ScriptedTerminal terminal = script("");

        assertThat(run(terminal, "list")).isEqualTo(Command.FAILED);
        assertThat(terminal.complaints).singleElement().asString().contains("There is no vault file");
    }

    @Test
    void list_wrongPassphrase_fails() {
        run(script("s3cret"), "set", "a");
        ScriptedTerminal terminal = ScriptedTerminal.person("wrong");

        assertThat(run(terminal, "list")).isEqualTo(Command.FAILED);
        assertThat(terminal.complaints).singleElement().asString().contains("does not open");
        assertThat(terminal.prompts).hasSize(1);
    }

    @Test
    void unset_entry_isRemovedOnce() {
        run(script("s3cret"), "set", "a");

        assertThat(run(script(""), "unset", "a")).isEqualTo(Command.DONE);
        assertThat(run(script(""), "unset", "a")).isEqualTo(Command.FAILED);
    }

    @Test
    void export_andImport_haveAPassphraseOfTheirOwn() {
        run(script("s3cret"), "set", "a");
        String export = directory.resolve("export.vault").toString();
        ScriptedTerminal exporting = script("").with("CLAVIGER_EXPORT_PASSPHRASE", "for the journey");
        assertThat(run(exporting, "export", export)).isEqualTo(Command.DONE);

        file = directory.resolve("elsewhere.vault");
        assertThat(run(script("").with("CLAVIGER_EXPORT_PASSPHRASE", "for the journey"), "import", export))
                .isEqualTo(Command.DONE);
        assertThat(stored("a").revealText()).isEqualTo("s3cret");
    }

    @Test
    void import_conflict_needsReplace() {
        run(script("theirs"), "set", "a");
        String export = directory.resolve("export.vault").toString();
        run(script("").with("CLAVIGER_EXPORT_PASSPHRASE", PASSPHRASE), "export", export);
        run(script("ours"), "set", "a");

        ScriptedTerminal refused = script("").with("CLAVIGER_EXPORT_PASSPHRASE", PASSPHRASE);
        assertThat(run(refused, "import", export)).isEqualTo(Command.FAILED);
        assertThat(refused.complaints).singleElement().asString().contains("names: a.");
        assertThat(run(script("").with("CLAVIGER_EXPORT_PASSPHRASE", PASSPHRASE), "import", "--replace", export))
                .isEqualTo(Command.DONE);
        assertThat(stored("a").revealText()).isEqualTo("theirs");
    }

    @Test
    void anything_notUnderstood_exitsWithTwo() {
        assertThat(run(script(""))).isEqualTo(Command.NOT_UNDERSTOOD);
        assertThat(run(script(""), "get", "a")).isEqualTo(Command.NOT_UNDERSTOOD);
        assertThat(run(script(""), "set")).isEqualTo(Command.NOT_UNDERSTOOD);
        assertThat(run(script(""), "list", "a")).isEqualTo(Command.NOT_UNDERSTOOD);
        assertThat(run(script(""), "list", "--values")).isEqualTo(Command.NOT_UNDERSTOOD);
        assertThat(run(script(""), "list", "--file")).isEqualTo(Command.NOT_UNDERSTOOD);
    }

    @Test
    void list_noVaultNamed_saysHow() {
        ScriptedTerminal terminal = script("");

        assertThat(new Command(terminal).run("list")).isEqualTo(Command.NOT_UNDERSTOOD);
        assertThat(terminal.complaints).singleElement().asString().contains("--file", "CLAVIGER_VAULT");
    }

    @Test
    void help_printsTheUsage() {
        ScriptedTerminal terminal = script("");

        assertThat(run(terminal, "--help")).isEqualTo(Command.DONE);
        assertThat(terminal.printed).singleElement().asString().contains("set NAME", "Exit codes");
    }
}
