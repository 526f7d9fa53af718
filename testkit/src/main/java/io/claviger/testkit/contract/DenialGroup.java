package io.claviger.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.SecretValue;
import io.claviger.spi.Session;
import io.claviger.spi.VaultFailure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A denial concerns one secret, and neither session nor credentials. */
@Needs(Capability.DENIAL)
abstract class DenialGroup extends ContractGroup {

    DenialGroup(VaultContract vault) {
        super(vault);
    }

    @Test
    @DisplayName("a secret that may not be read is denied")
    void read_deniedSecret_isDenied() throws Exception {
        String name = stored(canary().value());
        vault.deny(name);
        assertThat(failure(() -> read(logIn(), name)).kind()).isEqualTo(VaultFailure.Kind.DENIED);
    }

    @Test
    @DisplayName("a denial does not end the session, however often it is repeated")
    void read_afterDenials_works() throws Exception {
        SecretValue value = canary().value();
        String allowed = stored(value);
        String denied = stored(canary().value());
        vault.deny(denied);
        Session session = logIn();
        for (int i = 0; i < 3; i++) {
            assertThat(failure(() -> read(session, denied)).kind()).isEqualTo(VaultFailure.Kind.DENIED);
            assertReads(session, allowed, value);
        }
    }
}
