package io.claviger.provider.hashicorp;

import static io.claviger.provider.hashicorp.Vaults.call;
import static io.claviger.provider.hashicorp.Vaults.failure;
import static io.claviger.provider.hashicorp.Vaults.open;
import static io.claviger.provider.hashicorp.Vaults.policy;
import static io.claviger.provider.hashicorp.Vaults.text;
import static io.claviger.provider.hashicorp.Vaults.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.spi.Session;
import io.claviger.spi.VaultFailure;
import io.claviger.testservers.OpenBao;
import io.claviger.testservers.OpenBaoExtension;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("server")
@ExtendWith(OpenBaoExtension.class)
class AppRoleLoginTest {

    private static final String OF_TEN_MINUTES = "\"token_ttl\":\"10m\"";

    private static Session logIn(OpenBao server, AppRole role, HashicorpCredentials credentials) {
        return open(server.address(), "auth-mount", role.mount()).authenticate(credentials, call());
    }

    @Test
    void authenticate_roleAndSecret_readsByThePoliciesOfTheRole(OpenBao server) {
        String mount = Vaults.mount(server, 2);
        server.write(mount + "/data/a", "{\"data\":{\"k\":\"v\"}}");
        AppRole role = new AppRole(server, "\"token_policies\":[\"" + policy(server, mount + "/*", "read") + "\"]");
        assertThat(text(Vaults.read(logIn(server, role, role.credentials()), mount + "/a"), "k"))
                .isEqualTo("v");
    }

    @Test
    void authenticate_roleAndSecret_hasItsLifeAndIdentity(OpenBao server) {
        AppRole role = new AppRole(server, OF_TEN_MINUTES);
        Session session = logIn(server, role, role.credentials());
        assertThat(session.lifetime()).hasValue(Duration.ofMinutes(10));
        assertThat(session.identity())
                .isPresent()
                .isEqualTo(logIn(server, role, role.credentials()).identity());
    }

    @Test
    void authenticate_mountWithSlashes_isFound(OpenBao server) {
        String mount = unique("team") + "/app-roles";
        server.write("sys/auth/" + mount, "{\"type\":\"approle\"}");
        VaultFailure failure = failure(() -> open(server.address(), "auth-mount", "/" + mount + "/")
                .authenticate(HashicorpCredentials.appRole("no", "no"), call()));
        assertThat(failure.detail()).contains("an id is wrong");
    }

    @Test
    void authenticate_wrongSecret_isRefused(OpenBao server) {
        AppRole role = new AppRole(server, OF_TEN_MINUTES);
        VaultFailure failure =
                failure(() -> logIn(server, role, HashicorpCredentials.appRole(role.roleId(), "c4n4ry-wrong")));
        assertThat(failure.kind()).isEqualTo(VaultFailure.Kind.CREDENTIALS_REFUSED);
        assertThat(failure.detail()).contains("an id is wrong").doesNotContain("c4n4ry");
    }

    @Test
    void authenticate_secretForOneUse_isRefusedTheSecondTime(OpenBao server) {
        AppRole role = new AppRole(server, "\"secret_id_num_uses\":1");
        HashicorpCredentials once = role.credentials();
        logIn(server, role, once);
        assertThat(failure(() -> logIn(server, role, once)).kind()).isEqualTo(VaultFailure.Kind.CREDENTIALS_REFUSED);
    }

    @Test
    void authenticate_afterFiveWrongTries_saysLockedOut(OpenBao server) {
        AppRole role = new AppRole(server, OF_TEN_MINUTES);
        HashicorpCredentials wrong = HashicorpCredentials.appRole(role.roleId(), "wrong");
        for (int i = 0; i < 5; i++) {
            failure(() -> logIn(server, role, wrong));
        }
        VaultFailure failure = failure(() -> logIn(server, role, wrong));
        assertThat(failure.kind()).isEqualTo(VaultFailure.Kind.CREDENTIALS_REFUSED);
        assertThat(failure.detail()).contains("locked out");
    }

    @Test
    void authenticate_noSuchMount_saysSo(OpenBao server) {
        VaultFailure failure = failure(() -> open(server.address(), "auth-mount", unique("none"))
                .authenticate(HashicorpCredentials.appRole("role", "secret"), call()));
        assertThat(failure.kind()).isEqualTo(VaultFailure.Kind.CREDENTIALS_REFUSED);
        assertThat(failure.detail()).contains("auth-mount");
    }

    @Test
    void revoke_tokenOfTheLogin_endsItInTheVault(OpenBao server) {
        AppRole role = new AppRole(server, OF_TEN_MINUTES);
        Session session = logIn(server, role, role.credentials());
        assertThat(session.revoke(call())).isTrue();
        assertThat(failure(() -> Vaults.read(session, "secret/any")).kind()).isEqualTo(VaultFailure.Kind.SESSION_ENDED);
    }

    @Test
    void revoke_tokenThatHasEnded_hasNothingToEnd(OpenBao server) {
        AppRole role = new AppRole(server, OF_TEN_MINUTES);
        Session session = logIn(server, role, role.credentials());
        session.revoke(call());
        assertThat(session.revoke(call())).isFalse();
    }

    @Test
    void revoke_batchToken_hasNothingToEnd(OpenBao server) {
        AppRole role = new AppRole(server, "\"token_type\":\"batch\",\"token_ttl\":\"10m\"");
        assertThat(logIn(server, role, role.credentials()).revoke(call())).isFalse();
    }

    @Test
    void revoke_tokenWithoutDefaultPolicy_isNotConfirmed(OpenBao server) {
        AppRole role = new AppRole(server, "\"token_no_default_policy\":true,\"token_policies\":[\"none\"]");
        Session session = logIn(server, role, role.credentials());
        assertThat(failure(() -> session.revoke(call())).kind()).isEqualTo(VaultFailure.Kind.DENIED);
    }

    @Test
    void appRole_withoutAnId_isRefused() {
        assertThatThrownBy(() -> HashicorpCredentials.appRole(" ", "s")).hasMessageContaining("role id");
        assertThatThrownBy(() -> HashicorpCredentials.appRole("r", "")).hasMessageContaining("secret id");
    }
}
