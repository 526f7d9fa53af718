package io.claviger.provider.hashicorp;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.claviger.Credentials;
import io.claviger.SecretReference;
import io.claviger.SecretValue;
import io.claviger.Settings;
import io.claviger.spi.VaultProvider;
import io.claviger.testkit.contract.Capabilities;
import io.claviger.testkit.contract.Capability;
import io.claviger.testkit.contract.HttpVaultContract;
import io.claviger.testservers.OpenBao;
import io.claviger.testservers.OpenBaoExtension;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("HashiCorp Vault keeps the contract of vaults, as OpenBao with a key-value engine of version 2")
@Tag("server")
@ExtendWith(OpenBaoExtension.class)
class OpenBaoContractTest extends HttpVaultContract {

    private OpenBao bao;
    private String mount;
    private String policy;
    private AppRole role;

    @BeforeEach
    void setUp(OpenBao shared) {
        bao = shared;
        mount = Vaults.mount(bao, 2);
        policy = Vaults.policy(bao, mount + "/data/*", "read");
        role = new AppRole(bao, "\"token_policies\":[\"" + policy + "\"],\"token_ttl\":\"10m\"");
    }

    @Override
    protected Capabilities capabilities() {
        return Capabilities.all()
                .without("values are texts in JSON", Capability.BINARY)
                .without("secrets of this engine cannot be switched off", Capability.DISABLING)
                .without("this engine makes no credentials", Capability.LEASES)
                .without("the library only reads it", Capability.WRITING)
                .without("the provider has no sign-in page", Capability.SIGN_IN)
                .without("the engine is not asked for its metadata", Capability.PROBES);
    }

    @Override
    protected URI server() {
        return bao.address();
    }

    @Override
    protected VaultProvider provider() {
        return new HashicorpProvider();
    }

    @Override
    protected Settings settings(URI address) {
        return Settings.of("address", address.toString()).with("auth-mount", role.mount());
    }

    @Override
    protected Settings trusting(Settings settings, Path authority) {
        return settings.with("ca-file", authority.toString());
    }

    @Override
    protected Map<String, String> wrongSettings() {
        return Map.of("address", "ftp://vault.example", "kv-version", "three", "ca-file", "/no/such/file");
    }

    @Override
    protected Credentials credentials() {
        return HashicorpCredentials.appRole(role.roleId(), canary().watch(role.newSecretId()));
    }

    @Override
    protected Credentials wrongCredentials() {
        return HashicorpCredentials.appRole(role.roleId(), canary().token());
    }

    @Override
    protected SecretReference reference(String name) {
        return SecretReference.of(ALIAS, mount, name).withField("value");
    }

    @Override
    protected void store(String name, SecretValue value) throws Exception {
        store(name, Map.of("value", value.revealText()));
    }

    @Override
    protected void store(String name, Map<String, String> fields) throws Exception {
        write(path("data", name), Map.of("data", fields));
    }

    private String path(String branch, String name) {
        return mount + "/" + branch
                + URI.create(reference(name).toString()).getRawPath().substring(mount.length() + 1);
    }

    @Override
    protected void remove(String name) {
        bao.delete(path("metadata", name));
    }

    @Override
    protected void delete(String name) {
        bao.delete(path("data", name));
    }

    @Override
    protected void deny(String name) throws Exception {
        String allowed = "path \"" + mount + "/data/*\" { capabilities = [\"read\"] } ";
        String denied = "path \"" + mount + "/data/" + name + "\" { capabilities = [\"deny\"] }";
        write("sys/policies/acl/" + policy, Map.of("policy", allowed + denied));
    }

    private void write(String path, Object content) throws Exception {
        bao.write(path, new ObjectMapper().writeValueAsString(content));
    }

    @Override
    protected void endSessions() {
        bao.write("sys/leases/revoke-prefix/auth/" + role.mount() + "/login", "{}");
    }
}
