package io.claviger.provider.hashicorp;

import static io.claviger.provider.hashicorp.Vaults.createToken;
import static io.claviger.provider.hashicorp.Vaults.failure;
import static io.claviger.provider.hashicorp.Vaults.firstFailure;
import static io.claviger.provider.hashicorp.Vaults.policy;
import static io.claviger.provider.hashicorp.Vaults.read;
import static io.claviger.provider.hashicorp.Vaults.session;
import static io.claviger.provider.hashicorp.Vaults.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.spi.Session;
import io.claviger.spi.VaultFailure.Kind;
import io.claviger.testservers.OpenBao;
import io.claviger.testservers.OpenBaoExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A real denial never ends a session, and a dead token is never taken for a denial. */
@Tag("server")
@ExtendWith(OpenBaoExtension.class)
class DenialTest {

    private OpenBao server;
    private String mount;

    @BeforeEach
    void secrets(OpenBao shared) {
        server = shared;
        mount = Vaults.mount(server, 2);
        server.write(mount + "/data/mine", "{\"data\":{\"k\":\"v\"}}");
        server.write(mount + "/data/other", "{\"data\":{\"k\":\"v\"}}");
    }

    @Test
    void read_notAllowedByPolicy_isDenied() {
        Session session = session(server, token(server, mount + "/data/mine", "read"));
        assertThat(failure(() -> read(session, mount + "/other")).kind()).isEqualTo(Kind.DENIED);
    }

    @Test
    void read_notAllowedAndWithoutDefaultPolicy_isDenied() {
        String policy = policy(server, mount + "/data/mine", "read");
        Session session =
                session(server, createToken(server, "\"policies\":[\"" + policy + "\"],\"no_default_policy\":true"));
        read(session, mount + "/mine");
        assertThat(failure(() -> read(session, mount + "/other")).kind()).isEqualTo(Kind.DENIED);
    }

    @Test
    void read_nothingAllowedInTheMount_isDenied() {
        Session session = session(server, createToken(server, "\"policies\":[\"default\"]"));
        assertThat(failure(() -> read(session, mount + "/mine")).kind()).isEqualTo(Kind.DENIED);
    }

    @Test
    void read_tokenRevokedAfterTheMountWasDetected_endsTheSession() {
        String token = token(server, mount + "/data/mine", "read");
        Session session = session(server, token);
        read(session, mount + "/mine");
        server.write("auth/token/revoke", "{\"token\":\"" + token + "\"}");
        assertThat(failure(() -> read(session, mount + "/mine")).kind()).isEqualTo(Kind.SESSION_ENDED);
        assertThat(failure(() -> read(session, mount + "/other")).kind()).isEqualTo(Kind.SESSION_ENDED);
    }

    @Test
    void read_tokenRevokedBeforeTheMountWasDetected_endsTheSession() {
        String token = token(server, mount + "/data/mine", "read");
        Session session = session(server, token);
        server.write("auth/token/revoke", "{\"token\":\"" + token + "\"}");
        assertThat(failure(() -> read(session, mount + "/mine")).kind()).isEqualTo(Kind.SESSION_ENDED);
    }

    @Test
    void read_tokenUsedUp_endsTheSession() {
        String policy = policy(server, mount + "/data/mine", "read");
        Session session = session(server, createToken(server, "\"policies\":[\"" + policy + "\"],\"num_uses\":2"));
        read(session, mount + "/mine");
        assertThat(failure(() -> read(session, mount + "/mine")).kind()).isEqualTo(Kind.SESSION_ENDED);
    }

    @Test
    void read_tokenExpired_endsTheSession() {
        String policy = policy(server, mount + "/data/mine", "read");
        Session session = session(server, createToken(server, "\"policies\":[\"" + policy + "\"],\"ttl\":\"1s\""));
        assertThat(firstFailure(() -> read(session, mount + "/mine")).kind()).isEqualTo(Kind.SESSION_ENDED);
    }
}
