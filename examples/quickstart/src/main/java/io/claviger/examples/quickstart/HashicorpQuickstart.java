package io.claviger.examples.quickstart;

import java.io.IOException;
import java.util.Map;

/**
 * The story on a HashiCorp-compatible server whose address and token are in the environment variables {@code VAULT_ADDR}
 * and {@code VAULT_TOKEN}. It writes secrets below {@code secret/claviger-quickstart}, in a key-value engine of version 2,
 * and deletes them at its end; use a development server.
 */
public final class HashicorpQuickstart {

    private HashicorpQuickstart() {}

    /**
     * Runs the story.
     *
     * @param arguments none
     * @throws IOException if the loopback server cannot be made
     */
    public static void main(String[] arguments) throws IOException {
        Map<String, String> environment = System.getenv();
        String address = environment.get("VAULT_ADDR");
        if (address == null
                || address.isBlank()
                || environment.getOrDefault("VAULT_TOKEN", "").isBlank()) {
            System.err.println("Set VAULT_ADDR and VAULT_TOKEN to those of a development server, for example:");
            System.err.println("  bao server -dev");
            System.exit(2);
            return;
        }
        try (HashicorpVault vault = HashicorpVault.fromEnvironment(address)) {
            new Story(vault, new Narrator(System.out)).tell();
        }
    }
}
