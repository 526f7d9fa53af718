package io.claviger.examples.quickstart;

import io.claviger.IntegrationManager;
import io.claviger.SecretReference;
import io.claviger.SecretValue;
import java.util.ArrayList;
import java.util.List;

/** Remembers every value that was stored, to look for it afterwards. */
final class RecordingVault implements DemoVault {

    private final DemoVault vault;
    private final List<String> stored = new ArrayList<>();

    RecordingVault(DemoVault vault) {
        this.vault = vault;
    }

    List<String> shownIn(String text) {
        return stored.stream().filter(text::contains).toList();
    }

    @Override
    public String title() {
        return vault.title();
    }

    @Override
    public void connect(IntegrationManager vaults) {
        vault.connect(vaults);
    }

    @Override
    public SecretReference reference(String secret) {
        return vault.reference(secret);
    }

    @Override
    public void put(String secret, SecretValue value) {
        stored.add(value.revealText());
        vault.put(secret, value);
    }

    @Override
    public void close() {
        vault.close();
    }
}
