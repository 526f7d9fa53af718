package io.claviger.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.SecretValue;
import io.claviger.spi.Session;
import io.claviger.spi.VaultFailure;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The end of a session is noticed, and told from a denial. */
abstract class ExpiryGroup extends ContractGroup {

    ExpiryGroup(VaultContract vault) {
        super(vault);
    }

    @Needs(Capability.ENDED_SESSIONS)
    @Test
    @DisplayName("a session that the vault has ended is told from a denial")
    void read_endedSession_saysSo() throws Exception {
        String name = stored(canary().value());
        Session session = logIn();
        read(session, name);
        vault.endSessions();
        assertThat(failure(() -> read(session, name)).kind()).isEqualTo(VaultFailure.Kind.SESSION_ENDED);
        assertThat(failure(() -> read(session, newName())).kind()).isEqualTo(VaultFailure.Kind.SESSION_ENDED);
    }

    @Needs(Capability.ENDED_SESSIONS)
    @Test
    @DisplayName("a new login works after sessions have ended")
    void authenticate_afterTheEnd_works() throws Exception {
        SecretValue value = canary().value();
        String name = stored(value);
        Session ended = logIn();
        vault.endSessions();
        failure(() -> read(ended, name));
        assertReads(logIn(), name, value);
    }

    @Needs(Capability.SESSION_LIFETIMES)
    @Test
    @DisplayName("a session says how long it lasts")
    void lifetime_ofASession_isPositive() throws Exception {
        assertThat(logIn().lifetime()).isPresent().get().matches(life -> life.compareTo(Duration.ZERO) > 0);
    }
}
