package io.claviger.provider.local.internal.vault;

import io.claviger.Credentials;
import io.claviger.SecretReference;
import io.claviger.SecretValue;
import io.claviger.Settings;
import io.claviger.provider.local.LocalCredentials;
import io.claviger.provider.local.LocalVault;
import io.claviger.spi.VaultProvider;
import io.claviger.testkit.contract.Capabilities;
import io.claviger.testkit.contract.Capability;
import io.claviger.testkit.contract.VaultContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The local vault keeps the contract of vaults")
class LocalContractTest extends VaultContract {

    @TempDir
    Path folder;

    private String key = "";
    private byte[] intact = {};

    @Override
    protected Capabilities capabilities() {
        return Capabilities.all()
                .withoutNetwork("a disk does not wait")
                .withoutHistory("old values are gone")
                .without("a key is nobody's name", Capability.IDENTITIES, Capability.SIGN_IN)
                .without("a login is nothing but an open file", Capability.REVOCATION)
                .without("logins have no end", Capability.SESSION_LIFETIMES, Capability.RENEWAL)
                .without("entries are not compared", Capability.PROBES)
                .without("an entry is there or not", Capability.DELETION, Capability.DISABLING, Capability.LEASES)
                .without("who opens the file reads all of it", Capability.DENIAL);
    }

    private Path file() {
        return folder.resolve("team.vault");
    }

    @Override
    protected VaultProvider provider() {
        return new LocalProvider();
    }

    @Override
    protected Settings settings() {
        return Settings.of("file", file().toString());
    }

    @Override
    protected Map<String, String> wrongSettings() {
        return Map.of("file", "a\0b");
    }

    @Override
    protected LocalCredentials credentials() {
        key = key.isEmpty() ? canary().token() + "xx" : key;
        return LocalCredentials.key(key.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    protected Credentials wrongCredentials() {
        change("any", SecretValue.ofText("any"));
        return LocalCredentials.key((canary().token() + "yy").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    protected SecretReference reference(String name) {
        return SecretReference.of(ALIAS, name);
    }

    @Override
    protected void store(String name, SecretValue value) {
        change(name, value);
    }

    private void change(String name, SecretValue value) {
        try (LocalVault vault = LocalVault.open(file(), credentials())) {
            vault.set(name, value);
        }
    }

    @Override
    protected void remove(String name) {
        try (LocalVault vault = LocalVault.open(file(), credentials())) {
            vault.unset(name);
        }
    }

    @Override
    protected void endSessions() {
        try (LocalVault vault = LocalVault.open(file(), credentials())) {
            key = canary().token() + "zz";
            vault.changeCredentials(credentials());
        }
    }

    @Override
    protected void goDown() throws IOException {
        garble("any", "");
    }

    /** The end of the file proves that it is whole. */
    @Override
    protected void garble(String name, String secret) throws IOException {
        change("any", SecretValue.ofText("any"));
        intact = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(intact, intact.length - 1));
        Files.writeString(file(), "x" + secret, StandardOpenOption.APPEND);
    }

    @Override
    protected void recover() throws IOException {
        Files.write(file(), intact);
    }

    @AfterEach
    void lookAtTheFile() throws IOException {
        if (intact.length > 0) {
            recover();
        }
        canary().read(folder);
    }
}
