package io.claviger.provider.local.internal.env;

import io.claviger.SecretReference;
import io.claviger.SecretValue;
import io.claviger.Settings;
import io.claviger.spi.VaultProvider;
import io.claviger.testkit.contract.Capabilities;
import io.claviger.testkit.contract.Capability;
import io.claviger.testkit.contract.VaultContract;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Environment variables keep the contract of vaults")
class EnvironmentContractTest extends VaultContract {

    private final Map<String, String> variables = new ConcurrentHashMap<>();

    @Override
    protected Capabilities capabilities() {
        return Capabilities.all()
                .withoutLogins("variables are there without a login")
                .withoutFaults("memory neither waits nor fails")
                .withoutHistory("old values are gone")
                .without("variables name no versions", Capability.VERSIONS, Capability.PROBES)
                .without("a variable is a text, set or not", Capability.BINARY, Capability.DELETION)
                .without("a variable is everybody's in this process", Capability.DISABLING, Capability.DENIAL)
                .without("variables are set by others", Capability.WRITING, Capability.LEASES);
    }

    @Override
    protected VaultProvider provider() {
        return new EnvironmentProvider(variables::get);
    }

    @Override
    protected Settings settings() {
        return Settings.of("prefix", "APP_");
    }

    @Override
    protected Map<String, String> wrongSettings() {
        return Map.of("prefix", "A=");
    }

    @Override
    protected SecretReference reference(String name) {
        return SecretReference.of(ALIAS, name);
    }

    @Override
    protected void store(String name, SecretValue value) {
        variables.put("APP_" + name, value.revealText());
    }

    @Override
    protected void remove(String name) {
        variables.remove("APP_" + name);
    }
}
