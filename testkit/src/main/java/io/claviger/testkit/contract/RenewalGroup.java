package io.claviger.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.SecretValue;
import io.claviger.spi.Session;
import io.claviger.spi.VaultFailure;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Sessions last longer, or end, when they are told to. */
abstract class RenewalGroup extends ContractGroup {

    RenewalGroup(VaultContract vault) {
        super(vault);
    }

    @Needs(Capability.RENEWAL)
    @Test
    @DisplayName("a session can be renewed, and says how long it lasts from then")
    void renew_session_lasts() throws Exception {
        SecretValue value = canary().value();
        String name = stored(value);
        Session session = logIn();
        assertThat(session.renewable()).isTrue();
        assertThat(session.renew(call())).isPresent().get().matches(life -> life.compareTo(Duration.ZERO) > 0);
        assertReads(session, name, value);
    }

    @Needs({Capability.RENEWAL, Capability.ENDED_SESSIONS})
    @Test
    @DisplayName("a session that has ended is not renewed")
    void renew_endedSession_saysSo() throws Exception {
        Session session = logIn();
        vault.endSessions();
        assertThat(failure(() -> session.renew(call())).kind()).isEqualTo(VaultFailure.Kind.SESSION_ENDED);
    }

    @Needs(Capability.REVOCATION)
    @Test
    @DisplayName("a revoked session is over, and another one is not")
    void revoke_session_endsIt() throws Exception {
        SecretValue value = canary().value();
        String name = stored(value);
        Session other = logIn();
        Session session = logIn();
        assertThat(session.revoke(call())).isTrue();
        assertThat(failure(() -> read(session, name)).kind()).isEqualTo(VaultFailure.Kind.SESSION_ENDED);
        assertReads(other, name, value);
    }

    @Test
    @DisplayName("a session that cannot be renewed says so and does not fail")
    void renew_sessionThatCannotBe_isEmpty() throws Exception {
        Session session = logIn();
        assertThat(session.renewable() || session.renew(call()).isEmpty()).isTrue();
    }
}
