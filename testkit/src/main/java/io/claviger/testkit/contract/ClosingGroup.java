package io.claviger.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.claviger.IntegrationManager;
import io.claviger.SecretValue;
import io.claviger.spi.Session;
import io.claviger.spi.VaultClient;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is closed harms nobody else. */
abstract class ClosingGroup extends ContractGroup {

    ClosingGroup(VaultContract vault) {
        super(vault);
    }

    @Test
    @DisplayName("a client that was never used is closed without a word")
    void close_unusedClient_works() throws Exception {
        VaultClient unused = vault.provider().open(vault.settings());
        assertThat(catchThrowable(unused::close)).isNull();
    }

    @Test
    @DisplayName("a client is closed without a word after its last read")
    void close_usedClient_works() throws Exception {
        VaultClient used = vault.provider().open(vault.settings());
        Session session = used.authenticate(vault.credentials(), call());
        session.read(used.locate(vault.reference(stored(canary().value()))).locator(), call());
        assertThat(catchThrowable(used::close)).isNull();
    }

    @Test
    @DisplayName("closing one client leaves the others alone")
    void close_oneClient_leavesOthersAlone() throws Exception {
        SecretValue value = canary().value();
        String name = stored(value);
        Session session = logIn();
        VaultClient other = vault.provider().open(vault.settings());
        other.authenticate(vault.credentials(), call());
        other.close();
        assertReads(session, name, value);
        assertReads(logIn(), name, value);
    }

    @Test
    @DisplayName("two managers with this provider do not see each other")
    void managers_two_doNotSeeEachOther() throws Exception {
        SecretValue value = canary().value();
        String name = stored(value);
        try (IntegrationManager kept = Managers.connected(vault)) {
            try (IntegrationManager gone = Managers.connected(vault)) {
                gone.resolver().resolve(vault.reference(name));
            }
            assertThat(kept.resolver().resolve(vault.reference(name)).hasSameContentAs(value))
                    .isTrue();
        }
    }
}
