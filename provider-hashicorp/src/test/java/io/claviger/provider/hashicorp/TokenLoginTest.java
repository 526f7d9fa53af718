package io.claviger.provider.hashicorp;

import static io.claviger.provider.hashicorp.Vaults.call;
import static io.claviger.provider.hashicorp.Vaults.createToken;
import static io.claviger.provider.hashicorp.Vaults.failure;
import static io.claviger.provider.hashicorp.Vaults.policy;
import static io.claviger.provider.hashicorp.Vaults.session;
import static io.claviger.provider.hashicorp.Vaults.text;
import static io.claviger.provider.hashicorp.Vaults.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.Credentials;
import io.claviger.SecretValue;
import io.claviger.spi.Session;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultFailure;
import io.claviger.testservers.OpenBao;
import io.claviger.testservers.OpenBaoExtension;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("server")
@ExtendWith(OpenBaoExtension.class)
class TokenLoginTest {

    @Test
    void authenticate_rootToken_hasNoEndAndNoEntity(OpenBao server) {
        Session session = Vaults.root(server);
        assertThat(session.lifetime()).isEmpty();
        assertThat(session.identity()).isEmpty();
    }

    @Test
    void authenticate_tokenWithTtl_lastsAsLong(OpenBao server) {
        Session session = session(server, createToken(server, "\"policies\":[\"default\"],\"ttl\":\"10m\""));
        assertThat(session.lifetime())
                .hasValueSatisfying(life -> assertThat(life).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10)));
    }

    @Test
    void authenticate_tokenFromFileWithLineBreak_isAccepted(OpenBao server) {
        assertThat(session(server, server.rootToken() + "\n").lifetime()).isEmpty();
    }

    @Test
    void authenticate_tokenOfEntity_hasItsIdentity(OpenBao server) {
        String mount = unique("userpass");
        server.write("sys/auth/" + mount, "{\"type\":\"userpass\"}");
        server.write("auth/" + mount + "/users/ann", "{\"password\":\"pw\"}");
        String token = server.write("auth/" + mount + "/login/ann", "{\"password\":\"pw\"}")
                .at("/auth/client_token")
                .asText();
        String entity = server.write("auth/token/lookup", "{\"token\":\"" + token + "\"}")
                .at("/data/entity_id")
                .asText();
        assertThat(entity).isNotEmpty();
        assertThat(session(server, token).identity()).hasValue(entity);
    }

    @Test
    void authenticate_unknownToken_isRefused(OpenBao server) {
        VaultFailure failure = failure(() -> session(server, "s.nobodyKnowsThisTokenAtAll"));
        assertThat(failure.kind()).isEqualTo(VaultFailure.Kind.CREDENTIALS_REFUSED);
    }

    @Test
    void authenticate_revokedToken_isRefused(OpenBao server) {
        String token = createToken(server, "\"policies\":[\"default\"]");
        server.write("auth/token/revoke", "{\"token\":\"" + token + "\"}");
        assertThat(failure(() -> session(server, token)).kind()).isEqualTo(VaultFailure.Kind.CREDENTIALS_REFUSED);
    }

    @Test
    void authenticate_tokenWithoutDefaultPolicy_readsAllTheSame(OpenBao server) {
        String mount = Vaults.mount(server, 2);
        server.write(mount + "/data/a", "{\"data\":{\"k\":\"v\"}}");
        String policy = policy(server, mount + "/*", "read");
        Session session =
                session(server, createToken(server, "\"policies\":[\"" + policy + "\"],\"no_default_policy\":true"));
        assertThat(session.lifetime()).isEmpty();
        assertThat(text(Vaults.read(session, mount + "/a"), "k")).isEqualTo("v");
    }

    @Test
    void authenticate_tokenWithOneUseLeft_saysThatTheLoginTookIt(OpenBao server) {
        VaultFailure failure =
                failure(() -> session(server, createToken(server, "\"policies\":[\"default\"],\"num_uses\":1")));
        assertThat(failure.kind()).isEqualTo(VaultFailure.Kind.CREDENTIALS_REFUSED);
        assertThat(failure.detail()).contains("one use left");
    }

    @Test
    void authenticate_batchToken_readsAndIsNotRevoked(OpenBao server) {
        String mount = Vaults.mount(server, 2);
        server.write(mount + "/data/a", "{\"data\":{\"k\":\"v\"}}");
        String policy = policy(server, mount + "/*", "read");
        Session session = session(
                server, createToken(server, "\"policies\":[\"" + policy + "\"],\"type\":\"batch\",\"ttl\":\"1h\""));
        assertThat(text(Vaults.read(session, mount + "/a"), "k")).isEqualTo("v");
        assertThat(session.revoke(call())).isFalse();
    }

    @Test
    void revoke_tokenOfTheHost_leavesItAlive(OpenBao server) {
        String token = createToken(server, "\"policies\":[\"default\"]");
        assertThat(session(server, token).revoke(call())).isFalse();
        assertThat(session(server, token).lifetime()).isPresent();
    }

    @Test
    void authenticate_credentialsOfAnotherVault_isMisconfigured(OpenBao server) {
        try (VaultClient client = Vaults.open(server.address())) {
            VaultFailure failure = failure(() -> client.authenticate(Credentials.none(), call()));
            assertThat(failure.kind()).isEqualTo(VaultFailure.Kind.MISCONFIGURED);
        }
    }

    @Test
    void token_withCharactersOfNoToken_isRefusedWithoutQuotingIt() {
        for (String wrong : new String[] {"", " \n", "c4n4ry token", "c4n4ry\r\nX-Other: 1", "c4n4r\u00fd"}) {
            assertThatThrownBy(() -> HashicorpCredentials.token(wrong))
                    .hasMessageContaining("token")
                    .hasMessageNotContaining("c4n4r")
                    .hasNoCause();
        }
        assertThatThrownBy(() -> HashicorpCredentials.token(SecretValue.ofBytes(new byte[] {(byte) 0xff})))
                .hasMessageContaining("not text");
    }

    @Test
    void toString_ofCredentials_showsTheMethodAlone() {
        assertThat(HashicorpCredentials.token("c4n4ry")).hasToString("HashicorpCredentials[token]");
        assertThat(HashicorpCredentials.appRole("c4n4ry", "c4n4ry")).hasToString("HashicorpCredentials[approle]");
    }
}
