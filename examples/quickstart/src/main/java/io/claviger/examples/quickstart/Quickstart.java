package io.claviger.examples.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The story on an embedded vault: an encrypted file in a temporary directory, with a passphrase made up for it. */
public final class Quickstart {

    private Quickstart() {}

    /**
     * Runs the story.
     *
     * @param arguments none
     * @throws IOException if the temporary directory or the loopback server cannot be made
     */
    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createTempDirectory("claviger-quickstart");
        try (EmbeddedVault vault = new EmbeddedVault(directory.resolve("secrets.vault"))) {
            new Story(vault, new Narrator(System.out)).tell();
        } finally {
            TemporaryFiles.delete(directory);
        }
    }
}
