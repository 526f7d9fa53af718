package io.claviger.examples.quickstart;

import io.claviger.CredentialSource;
import io.claviger.IntegrationManager;
import io.claviger.SecretReference;
import io.claviger.SecretValue;
import io.claviger.Settings;
import io.claviger.provider.hashicorp.HashicorpCredentials;
import java.util.LinkedHashSet;
import java.util.Set;

/** A key-value engine of a HashiCorp-compatible server. */
final class HashicorpVault implements DemoVault {

    private static final String MOUNT = "secret";
    private static final String FOLDER = "claviger-quickstart";
    private static final String FIELD = "value";

    private final String address;
    private final CredentialSource source;
    private final KeyValueWriter writer;
    private final Set<String> written = new LinkedHashSet<>();

    HashicorpVault(String address, SecretValue token, CredentialSource source) {
        this.address = address;
        this.source = source;
        this.writer = new KeyValueWriter(address, MOUNT, FOLDER, token);
    }

    static HashicorpVault fromEnvironment(String address) {
        return new HashicorpVault(
                address,
                SecretValue.ofText(System.getenv("VAULT_TOKEN")),
                CredentialSource.environment("VAULT_TOKEN", HashicorpCredentials::token));
    }

    @Override
    public String title() {
        return "a HashiCorp-compatible server at " + address;
    }

    @Override
    public void connect(IntegrationManager vaults) {
        vaults.connect(Story.ALIAS, "hashicorp", Settings.of("address", address), source);
    }

    @Override
    public SecretReference reference(String secret) {
        return SecretReference.of(Story.ALIAS, MOUNT, FOLDER, secret).withField(FIELD);
    }

    @Override
    public void put(String secret, SecretValue value) {
        writer.put(secret, FIELD, value);
        written.add(secret);
    }

    @Override
    public void close() {
        written.forEach(writer::delete);
    }
}
