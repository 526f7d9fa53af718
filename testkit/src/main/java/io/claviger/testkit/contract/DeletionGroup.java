package io.claviger.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.SecretValue;
import io.claviger.spi.Session;
import io.claviger.spi.VaultFailure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A secret that was deleted or switched off is not taken for one that never was. */
abstract class DeletionGroup extends ContractGroup {

    DeletionGroup(VaultContract vault) {
        super(vault);
    }

    @Needs(Capability.DELETION)
    @Test
    @DisplayName("a deleted secret is told from one that never was")
    void read_deletedSecret_isDeleted() throws Exception {
        String name = stored(canary().value());
        Session session = logIn();
        read(session, name);
        vault.delete(name);
        assertThat(failure(() -> read(session, name)).kind()).isEqualTo(VaultFailure.Kind.DELETED);
    }

    @Needs(Capability.DELETION)
    @Test
    @DisplayName("a secret that is stored again after its deletion is read")
    void read_storedAfterDeletion_works() throws Exception {
        String name = stored(canary().value());
        Session session = logIn();
        vault.delete(name);
        failure(() -> read(session, name));
        SecretValue value = canary().value();
        vault.store(name, value);
        assertReads(session, name, value);
    }

    @Needs(Capability.DISABLING)
    @Test
    @DisplayName("a secret that is switched off is told from a deleted one")
    void read_disabledSecret_isDisabled() throws Exception {
        String name = stored(canary().value());
        vault.disable(name);
        assertThat(failure(() -> read(logIn(), name)).kind()).isEqualTo(VaultFailure.Kind.DISABLED);
    }
}
