package io.claviger.testkit.contract;

import io.claviger.Credentials;
import io.claviger.SecretReference;
import io.claviger.SecretValue;
import io.claviger.Settings;
import io.claviger.spi.VaultProvider;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;

/** What a vault behind HTTP can do that is as small as one can be. */
abstract class SmallContract extends HttpVaultContract {

    private String password;
    private SmallServer small;

    @BeforeEach
    void start() {
        password = canary().token();
        small = closing(new SmallServer(password));
    }

    Set<SmallFlaw> flaws() {
        return Set.of();
    }

    @Override
    protected Capabilities capabilities() {
        return Capabilities.all()
                .withoutHistory("it keeps one value")
                .without("it names no versions", Capability.VERSIONS, Capability.PROBES)
                .without("it does not tell", Capability.IDENTITIES, Capability.SESSION_LIFETIMES)
                .without("sessions have no end", Capability.RENEWAL, Capability.REVOCATION)
                .without("a secret is there or not", Capability.DELETION, Capability.DISABLING, Capability.DENIAL)
                .without("it has a password and no page", Capability.SIGN_IN)
                .without("it is only read", Capability.WRITING, Capability.LEASES)
                .without("its settings are looked at one by one", Capability.SETTINGS)
                .without("it is registered, never found", Capability.DISCOVERY);
    }

    @Override
    protected VaultProvider provider() {
        return new SmallVault(flaws());
    }

    @Override
    protected URI server() {
        return small.address();
    }

    @Override
    protected Settings settings(URI address) {
        return Settings.of("address", address.toString());
    }

    @Override
    protected Settings trusting(Settings settings, Path authority) {
        return settings.with("ca-file", authority.toString());
    }

    @Override
    protected Credentials credentials() {
        return new SmallVault.Password(password);
    }

    @Override
    protected Credentials wrongCredentials() {
        return new SmallVault.Password(canary().token());
    }

    @Override
    protected SecretReference reference(String name) {
        return SecretReference.of(ALIAS, name);
    }

    @Override
    protected void store(String name, SecretValue value) {
        small.put(name, value.revealBytes());
    }

    @Override
    protected void remove(String name) {
        small.remove(name);
    }

    @Override
    protected void endSessions() {
        small.endSessions();
    }
}
