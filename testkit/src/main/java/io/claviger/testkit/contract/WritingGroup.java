package io.claviger.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.SecretValue;
import io.claviger.spi.Session;
import io.claviger.spi.VaultFailure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Values are stored and removed through the library. */
@Needs(Capability.WRITING)
abstract class WritingGroup extends ContractGroup {

    WritingGroup(VaultContract vault) {
        super(vault);
    }

    @Test
    @DisplayName("the descriptor says that values can be stored")
    void descriptor_writing_isSaid() throws Exception {
        assertThat(vault.provider().descriptor().writable()).isTrue();
    }

    @Test
    @DisplayName("a value that was written is read, and one that replaces it")
    void write_value_isRead() throws Exception {
        String name = newName();
        Session session = logIn();
        for (int i = 0; i < 2; i++) {
            SecretValue value = canary().value();
            session.write(locate(name).locator(), value, call());
            assertReads(session, name, value);
        }
    }

    @Test
    @DisplayName("a secret that was erased is not found, and erasing it again does nothing")
    void erase_secret_isNotFound() throws Exception {
        String name = newName();
        Session session = logIn();
        session.write(locate(name).locator(), canary().value(), call());
        session.erase(locate(name).locator(), call());
        session.erase(locate(name).locator(), call());
        assertThat(failure(() -> read(session, name)).kind()).isEqualTo(VaultFailure.Kind.NOT_FOUND);
    }
}
