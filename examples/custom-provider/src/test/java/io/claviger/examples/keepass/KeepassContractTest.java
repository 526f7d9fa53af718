package io.claviger.examples.keepass;

import static io.claviger.testkit.contract.Capability.*;

import io.claviger.Credentials;
import io.claviger.SecretReference;
import io.claviger.SecretValue;
import io.claviger.Settings;
import io.claviger.spi.VaultProvider;
import io.claviger.testkit.contract.Capabilities;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;

@DisplayName("KeePass files keep the contract of vaults")
class KeepassContractTest extends KeepassUnderTest {

    private SecretValue password;

    @Override
    protected Capabilities capabilities() {
        return Capabilities.all()
                .withoutNetwork("a disk does not wait")
                .withoutHistory("the history of entries is left to KeePass")
                .without("a password is nobody's name", IDENTITIES)
                .without("a login is nothing but an open file", REVOCATION, SESSION_LIFETIMES, RENEWAL)
                .without("KeePass names no versions", VERSIONS)
                .without("an entry is there or not", DELETION, DISABLING)
                .without("who opens the file reads all of it", DENIAL)
                .without("files are written by KeePass", WRITING, LEASES)
                .without("a file has no page to sign in at", SIGN_IN);
    }

    @Override
    protected VaultProvider provider() {
        return new KeepassProvider();
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
    protected KeepassCredentials credentials() {
        password = password == null ? canary().value() : password;
        return KeepassCredentials.password(password);
    }

    @Override
    protected Credentials wrongCredentials() {
        return KeepassCredentials.password(canary().value());
    }

    @Override
    void changePassword() {
        password = canary().value();
    }

    @Override
    protected SecretReference reference(String name) {
        return SecretReference.of(ALIAS, GROUP, name);
    }
}
