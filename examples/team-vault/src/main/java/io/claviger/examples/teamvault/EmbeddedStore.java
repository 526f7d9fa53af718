package io.claviger.examples.teamvault;

import io.claviger.CredentialSource;
import io.claviger.IntegrationManager;
import io.claviger.IntegrationScope;
import io.claviger.SecretReference;
import io.claviger.SecretValue;
import io.claviger.Settings;
import io.claviger.provider.local.LocalCredentials;
import io.claviger.provider.local.LocalVault;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** A vault in one encrypted file. Which file is a setting of the host's own, so the program itself connects it. */
final class EmbeddedStore implements TeamStore {

    private final Path file;
    private final LocalCredentials credentials;
    private final LocalVault vault;

    EmbeddedStore(Path file, SecretValue passphrase) {
        this.file = file;
        this.credentials = LocalCredentials.passphrase(passphrase);
        this.vault = LocalVault.open(file, credentials);
    }

    @Override
    public String title() {
        return "an embedded vault, one encrypted file";
    }

    @Override
    public String connect(IntegrationManager vaults) {
        vaults.connect(ALIAS, "local", Settings.of("file", file.toString()), CredentialSource.once(credentials));
        return "the program connects its own file as " + ALIAS + ": an actor may not name paths of this machine";
    }

    @Override
    public String resume(IntegrationManager vaults) {
        return connect(vaults);
    }

    @Override
    public SecretReference reference(String area, String secret, String field) {
        return SecretReference.of(ALIAS, name(area, secret)).withField(field);
    }

    @Override
    public IntegrationScope scope(String... areas) {
        return IntegrationScope.of(
                Arrays.stream(areas).map(area -> name(area, "*")).toList());
    }

    @Override
    public void put(String area, String secret, Map<String, SecretValue> fields) {
        vault.set(name(area, secret), SecretValue.ofText(JsonObject.of(fields)));
    }

    private static String name(String area, String secret) {
        return area + "-" + secret;
    }

    @Override
    public void close() {
        vault.close();
    }
}
