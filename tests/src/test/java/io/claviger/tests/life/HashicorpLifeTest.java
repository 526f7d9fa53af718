package io.claviger.tests.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.claviger.ConfigurationException;
import io.claviger.CredentialSource;
import io.claviger.Disconnection.Revocation;
import io.claviger.IntegrationManager;
import io.claviger.Reason;
import io.claviger.SecretReference;
import io.claviger.Settings;
import io.claviger.UnresolvedException;
import io.claviger.provider.hashicorp.HashicorpCredentials;
import io.claviger.testservers.OpenBao;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("server")
@DisplayName("A HashiCorp-compatible server from connect to disconnect, and what can go wrong with it")
class HashicorpLifeTest {

    private static final String POLICY =
            "{\"policy\":\"path \\\"secret/data/app/*\\\" { capabilities = [\\\"read\\\"] }\"}";

    @RegisterExtension
    private final Canary canary = new Canary();

    private final OpenBao server = OpenBao.start();
    private final IntegrationManager vaults = IntegrationManager.builder().build();
    private String password;

    @BeforeEach
    void prepare() {
        canary.watch(server.rootToken());
        password = canary.text();
        store(password);
        server.write("sys/policies/acl/app", POLICY);
        server.write("sys/auth/approle", "{\"type\":\"approle\"}");
        server.write("auth/approle/role/app", "{\"token_policies\":[\"app\"],\"token_ttl\":\"1h\"}");
        connect(appRole());
        vaults.link("db_password", SecretReference.parse("vault://team-vault/secret/app/db#password"));
    }

    @AfterEach
    void close() {
        vaults.close();
        server.close();
    }

    private void store(String value) {
        server.write("secret/data/app/db", "{\"data\":{\"password\":\"" + value + "\",\"user\":\"app\"}}");
    }

    private void connect(CredentialSource source) {
        vaults.connect(
                "team-vault",
                "hashicorp",
                Settings.of("address", server.address().toString()),
                source);
    }

    private CredentialSource appRole() {
        String roleId =
                server.read("auth/approle/role/app/role-id").at("/data/role_id").asText();
        return CredentialSource.renewing(() -> HashicorpCredentials.appRole(roleId, newSecretId()));
    }

    private String newSecretId() {
        JsonNode reply = server.write("auth/approle/role/app/secret-id", "{}");
        return canary.watch(reply.at("/data/secret_id").asText());
    }

    @Test
    void value_changedInTheVault_isSeenAfterAReset() {
        assertThat(resolve()).isEqualTo(password);
        String changed = canary.text();
        store(changed);
        assertThat(resolve()).isEqualTo(password);

        vaults.cache().reset();

        assertThat(resolve()).isEqualTo(changed);
        assertThat(vaults.resolver().snapshot("db_password").version()).contains("2");
    }

    @Test
    @DisplayName("S7: the token is revoked in the vault, seen by its accessor being gone")
    void disconnect_afterALogin_revokesTheTokenInTheVault() {
        int before = accessors();
        resolve();
        assertThat(accessors()).isEqualTo(before + 1);

        assertThat(vaults.disconnect("team-vault").revocation()).isEqualTo(Revocation.REVOKED);

        assertThat(accessors()).isEqualTo(before);
        assertThat(failure().reason()).isEqualTo(Reason.DISCONNECTED);
        connect(appRole());
        assertThat(resolve()).isEqualTo(password);
    }

    @Test
    @DisplayName("S3: a token that died is replaced once, from a renewing source")
    void token_revokedBehindOurBack_isReplaced() {
        resolve();
        revokeTokensOfTheRole();
        vaults.cache().reset();

        assertThat(resolve()).isEqualTo(password);
    }

    @Test
    void token_deadWithCredentialsGivenOnce_asksForReauthentication() {
        vaults.disconnect("team-vault");
        String roleId =
                server.read("auth/approle/role/app/role-id").at("/data/role_id").asText();
        connect(CredentialSource.once(HashicorpCredentials.appRole(roleId, newSecretId())));
        resolve();
        revokeTokensOfTheRole();
        vaults.cache().reset();

        assertThat(failure().reason()).isEqualTo(Reason.REAUTHENTICATION_REQUIRED);

        vaults.reauthenticate("team-vault", appRole());
        assertThat(resolve()).isEqualTo(password);
    }

    @Test
    void token_unknown_asksForReauthentication() {
        vaults.disconnect("team-vault");
        connect(CredentialSource.once(HashicorpCredentials.token(canary.text())));

        assertThat(failure().reason()).isEqualTo(Reason.REAUTHENTICATION_REQUIRED);
    }

    @Test
    void secret_thatThePolicyDoesNotAllow_isDenied() {
        vaults.relink("db_password", SecretReference.parse("vault://team-vault/secret/other/db#password"));

        assertThat(failure().reason()).isEqualTo(Reason.DENIED);
    }

    @Test
    void field_missing_isEmpty() {
        vaults.relink("db_password", SecretReference.parse("vault://team-vault/secret/app/db#nothing"));

        assertThat(failure().reason()).isEqualTo(Reason.FIELD_NOT_FOUND);
    }

    @Test
    void secret_missingDeletedOrWithoutTheVersion_isToldApart() {
        vaults.relink("db_password", SecretReference.parse("vault://team-vault/secret/app/nothing#password"));
        assertThat(failure().reason()).isEqualTo(Reason.NOT_FOUND);

        vaults.relink("db_password", SecretReference.parse("vault://team-vault/secret/app/db?version=9#password"));
        assertThat(failure().reason()).isIn(Reason.VERSION_NOT_FOUND, Reason.NOT_FOUND);

        server.delete("secret/data/app/db");
        vaults.relink("db_password", SecretReference.parse("vault://team-vault/secret/app/db#password"));
        assertThat(failure().reason()).isEqualTo(Reason.DELETED);
    }

    @Test
    void server_sealed_isUnreachableAndRecovers() {
        resolve();
        vaults.cache().reset();
        server.seal();
        UnresolvedException sealed = failure();
        assertThat(sealed.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(sealed).hasMessageContaining("sealed");

        server.unseal();
        assertThat(resolve()).isEqualTo(password);
    }

    @Test
    void server_down_isUnreachableWhileCachedValuesAreServed() {
        resolve();
        server.close();
        assertThat(resolve()).isEqualTo(password);
        vaults.cache().reset();

        assertThat(failure().reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(vaults.disconnect("team-vault").revocation()).isEqualTo(Revocation.FAILED);
    }

    @Test
    void set_onALinkedName_isRefusedBecauseExternalValuesAreReadOnly() {
        assertThatThrownBy(() -> vaults.set("db_password", canary.value()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("read-only");
    }

    private String resolve() {
        return vaults.resolver()
                .within(Duration.ofSeconds(20))
                .resolve("db_password")
                .revealText();
    }

    private UnresolvedException failure() {
        UnresolvedException thrown = catchThrowableOfType(
                UnresolvedException.class, () -> vaults.resolver().resolve("db_password"));
        assertThat(thrown).hasMessageContaining("db_password").hasMessageContaining("docs/errors.md#");
        canary.assertNotIn(thrown);
        return thrown;
    }

    private int accessors() {
        return accessorList().size();
    }

    private JsonNode accessorList() {
        return server.read("auth/token/accessors?list=true").at("/data/keys");
    }

    private void revokeTokensOfTheRole() {
        server.write("sys/leases/revoke-prefix/auth/approle", "{}");
    }
}
