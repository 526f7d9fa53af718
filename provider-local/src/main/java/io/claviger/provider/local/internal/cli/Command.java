package io.claviger.provider.local.internal.cli;

import io.claviger.ConfigurationException;
import io.claviger.provider.local.LocalCredentials;
import io.claviger.provider.local.LocalVault;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Runs what was typed. */
final class Command {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int NOT_UNDERSTOOD = 2;

    private static final String VAULT_VARIABLE = "CLAVIGER_VAULT";
    private static final String PASSPHRASE_VARIABLE = "CLAVIGER_PASSPHRASE";
    private static final String EXPORT_PASSPHRASE_VARIABLE = "CLAVIGER_EXPORT_PASSPHRASE";

    private final Terminal terminal;
    private final Secrets secrets;

    Command(Terminal terminal) {
        this.terminal = terminal;
        this.secrets = new Secrets(terminal);
    }

    int run(String... typed) {
        try {
            return run(Arguments.parse(typed));
        } catch (UsageException e) {
            terminal.complain(e.problem() + " Run with --help for its usage.");
            return NOT_UNDERSTOOD;
        } catch (ConfigurationException e) {
            e.problems().forEach(terminal::complain);
            return FAILED;
        } catch (InvalidPathException e) {
            terminal.complain("A file name is not possible on this machine. Correct it.");
            return NOT_UNDERSTOOD;
        }
    }

    private int run(Arguments arguments) {
        if (arguments.flag(Arguments.HELP)) {
            terminal.print(Usage.TEXT);
            return DONE;
        }
        return switch (arguments.command()) {
            case "set" -> set(arguments);
            case "unset" -> unset(arguments);
            case "list" -> list(arguments);
            case "export" -> exportTo(arguments);
            case "import" -> importFrom(arguments);
            case "" -> help();
            default -> throw new UsageException("There is no such command.");
        };
    }

    private int help() {
        terminal.complain(Usage.TEXT);
        return NOT_UNDERSTOOD;
    }

    private int set(Arguments arguments) {
        String name = arguments.operand("the NAME of an entry");
        try (LocalVault vault = open(arguments)) {
            vault.set(name, secrets.value(name));
        }
        terminal.print("Stored " + name + ".");
        return DONE;
    }

    private int unset(Arguments arguments) {
        String name = arguments.operand("the NAME of an entry");
        try (LocalVault vault = openExisting(arguments)) {
            if (!vault.unset(name)) {
                throw new ConfigurationException("There is no entry " + name + ". Run 'list' to see the names.");
            }
        }
        terminal.print("Removed " + name + ".");
        return DONE;
    }

    private int list(Arguments arguments) {
        arguments.checkNoOperand();
        try (LocalVault vault = openExisting(arguments)) {
            vault.names().forEach(terminal::print);
        }
        return DONE;
    }

    private int exportTo(Arguments arguments) {
        Path export = Path.of(arguments.operand("the FILE to write"));
        try (LocalVault vault = openExisting(arguments)) {
            vault.exportTo(export, exportPassphrase(arguments, true));
        }
        terminal.print("Exported to " + export + ".");
        return DONE;
    }

    private int importFrom(Arguments arguments) {
        Path export = Path.of(arguments.operand("the FILE to read"));
        try (LocalVault vault = open(arguments)) {
            LocalCredentials passphrase = exportPassphrase(arguments, false);
            if (arguments.flag(Arguments.REPLACE)) {
                vault.importReplacing(export, passphrase);
            } else {
                vault.importFrom(export, passphrase);
            }
        }
        terminal.print("Imported from " + export + ".");
        return DONE;
    }

    private LocalVault openExisting(Arguments arguments) {
        Path file = file(arguments);
        if (!Files.exists(file)) {
            throw new ConfigurationException(
                    "There is no vault file " + file + ". Correct the name, or create it with 'set'.");
        }
        return open(arguments);
    }

    private LocalVault open(Arguments arguments) {
        Path file = file(arguments);
        return LocalVault.open(
                file,
                arguments.option(Arguments.KEY_FILE).map(secrets::key).orElseGet(() -> passphrase(file, arguments)));
    }

    private LocalCredentials passphrase(Path file, Arguments arguments) {
        return secrets.passphrase(
                file.toString(), arguments.option(Arguments.PASSPHRASE_FILE), PASSPHRASE_VARIABLE, !Files.exists(file));
    }

    private Path file(Arguments arguments) {
        return Path.of(arguments
                .option(Arguments.FILE)
                .or(() -> terminal.environment(VAULT_VARIABLE))
                .orElseThrow(() ->
                        new UsageException("No vault file is named. Give --file FILE or set " + VAULT_VARIABLE + ".")));
    }

    private LocalCredentials exportPassphrase(Arguments arguments, boolean twice) {
        return secrets.passphrase(
                "the export", arguments.option(Arguments.EXPORT_PASSPHRASE_FILE), EXPORT_PASSPHRASE_VARIABLE, twice);
    }
}
