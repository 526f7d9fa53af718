package io.claviger.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.claviger.IntegrationManager;
import io.claviger.Reason;
import io.claviger.Resolution;
import io.claviger.SecretValue;
import io.claviger.spi.Session;
import io.claviger.spi.VaultFailure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A reply that cannot be understood is no secret, and is not quoted. */
@Needs(Capability.MALFORMED_REPLIES)
abstract class MalformedRepliesGroup extends ContractGroup {

    MalformedRepliesGroup(VaultContract vault) {
        super(vault);
    }

    @Test
    @DisplayName("a reply that cannot be understood is unavailable, and shows nowhere")
    void read_malformedReply_isUnavailable() throws Exception {
        String secret = canary().token();
        String name = stored(canary().value());
        Session session = logIn();
        vault.garble(name, secret);
        assertThat(failure(() -> read(session, name)).kind()).isEqualTo(VaultFailure.Kind.UNAVAILABLE);
    }

    @Test
    @DisplayName("a host is told what failed, and nothing of the reply")
    void resolve_malformedReply_showsNothing() throws Exception {
        String secret = canary().token();
        String name = stored(canary().value());
        try (IntegrationManager manager = Managers.connected(vault)) {
            vault.garble(name, secret);
            Resolution failed = canary().see(manager.resolver().attempt(vault.reference(name)));
            assertThat(failed.reason()).contains(Reason.UNREACHABLE);
            canary().see(catchThrowable(failed::orElseThrow));
        }
    }

    @Test
    @DisplayName("the same session works when replies can be understood again")
    void read_afterMalformedReplies_works() throws Exception {
        SecretValue value = canary().value();
        String name = stored(value);
        Session session = logIn();
        vault.garble(name, canary().token());
        failure(() -> read(session, name));
        vault.recover();
        assertReads(session, name, value);
    }
}
