package io.claviger.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.SecretValue;
import io.claviger.spi.Session;
import io.claviger.spi.VaultFailure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is not there is told from what cannot be read. */
abstract class AbsenceGroup extends ContractGroup {

    AbsenceGroup(VaultContract vault) {
        super(vault);
    }

    @Test
    @DisplayName("a secret that never was is not found")
    void read_absentSecret_isNotFound() throws Exception {
        assertThat(failure(() -> read(logIn(), newName())).kind()).isEqualTo(VaultFailure.Kind.NOT_FOUND);
    }

    @Needs(Capability.REMOVAL)
    @Test
    @DisplayName("a secret that is removed is not found any more")
    void read_removedSecret_isNotFound() throws Exception {
        String name = stored(canary().value());
        Session session = logIn();
        read(session, name);
        vault.remove(name);
        assertThat(failure(() -> read(session, name)).kind()).isEqualTo(VaultFailure.Kind.NOT_FOUND);
    }

    @Test
    @DisplayName("a secret that was not there is found once it is")
    void read_secretThatAppears_isFound() throws Exception {
        String name = newName();
        Session session = logIn();
        failure(() -> read(session, name));
        SecretValue value = canary().value();
        vault.store(name, value);
        assertReads(session, name, value);
    }

    @Test
    @DisplayName("a secret that is not there does not end the session")
    void read_afterAnAbsentOne_works() throws Exception {
        SecretValue value = canary().value();
        String name = stored(value);
        Session session = logIn();
        failure(() -> read(session, newName()));
        assertReads(session, name, value);
    }
}
