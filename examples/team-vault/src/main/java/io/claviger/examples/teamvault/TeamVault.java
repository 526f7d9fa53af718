package io.claviger.examples.teamvault;

import io.claviger.SecretValue;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Tells the day on an embedded vault, and again on a HashiCorp-compatible server if its address and token are in the
 * environment variables {@code VAULT_ADDR} and {@code VAULT_TOKEN}. There it writes below {@code secret/claviger-team-vault},
 * in a key-value engine of version 2, and deletes that at its end; use a development server.
 */
public final class TeamVault {

    private TeamVault() {}

    /**
     * Runs the day.
     *
     * @param arguments none
     * @throws IOException if the temporary directory cannot be made
     */
    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createTempDirectory("claviger-team-vault");
        try {
            run(System.getenv(), directory, System.out);
        } finally {
            TemporaryFiles.delete(directory);
        }
    }

    static void run(Map<String, String> environment, Path directory, PrintStream out) throws IOException {
        Mint mint = Mint.random();
        try (TeamStore store = new EmbeddedStore(directory.resolve("team.vault"), mint.next())) {
            new Day(store, mint, Files.createDirectory(directory.resolve("embedded")), out).tell();
        }
        String address = environment.getOrDefault("VAULT_ADDR", "");
        String token = environment.getOrDefault("VAULT_TOKEN", "");
        out.println();
        if (address.isBlank() || token.isBlank()) {
            out.println(
                    "Skipped: the same day on a server. Set VAULT_ADDR and VAULT_TOKEN to those of a development server.");
            return;
        }
        try (TeamStore store = new OpenBaoStore(address, SecretValue.ofText(token))) {
            new Day(store, mint, Files.createDirectory(directory.resolve("server")), out).tell();
        }
    }
}
