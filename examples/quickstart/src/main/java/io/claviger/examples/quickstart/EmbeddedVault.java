package io.claviger.examples.quickstart;

import io.claviger.CredentialSource;
import io.claviger.IntegrationManager;
import io.claviger.SecretReference;
import io.claviger.SecretValue;
import io.claviger.Settings;
import io.claviger.provider.local.LocalCredentials;
import io.claviger.provider.local.LocalVault;
import java.nio.file.Path;

/** A vault in one encrypted file. */
final class EmbeddedVault implements DemoVault {

    private final Path file;
    private final LocalCredentials credentials = LocalCredentials.passphrase(RandomText.next());
    private final LocalVault vault;

    EmbeddedVault(Path file) {
        this.file = file;
        this.vault = LocalVault.open(file, credentials);
    }

    @Override
    public String title() {
        return "an embedded vault: one encrypted file, no server";
    }

    @Override
    public void connect(IntegrationManager vaults) {
        vaults.connect(Story.ALIAS, "local", Settings.of("file", file.toString()), CredentialSource.once(credentials));
    }

    @Override
    public SecretReference reference(String secret) {
        return SecretReference.of(Story.ALIAS, secret);
    }

    @Override
    public void put(String secret, SecretValue value) {
        vault.set(secret, value);
    }

    @Override
    public void close() {
        vault.close();
    }
}
