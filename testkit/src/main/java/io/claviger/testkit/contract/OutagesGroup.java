package io.claviger.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.SecretValue;
import io.claviger.spi.Locator;
import io.claviger.spi.Session;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultFailure;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An outage passes: neither secret nor session nor credentials are put in doubt. */
abstract class OutagesGroup extends ContractGroup {

    private static final Duration SHORT = Duration.ofMillis(300);

    OutagesGroup(VaultContract vault) {
        super(vault);
    }

    @Needs(Capability.OUTAGES)
    @Test
    @DisplayName("a vault that is down is unavailable, and nothing else")
    void read_inAnOutage_isUnavailable() throws Exception {
        String name = stored(canary().value());
        Session session = logIn();
        vault.goDown();
        assertThat(failure(() -> read(session, name)).kind()).isEqualTo(VaultFailure.Kind.UNAVAILABLE);
        assertThat(failure(() -> read(session, newName())).kind()).isEqualTo(VaultFailure.Kind.UNAVAILABLE);
    }

    @Needs({Capability.OUTAGES, Capability.CREDENTIALS})
    @Test
    @DisplayName("a login in an outage refuses no credentials")
    void authenticate_inAnOutage_isUnavailable() throws Exception {
        vault.goDown();
        assertThat(failure(this::logIn).kind()).isEqualTo(VaultFailure.Kind.UNAVAILABLE);
    }

    @Needs(Capability.OUTAGES)
    @Test
    @DisplayName("the same session works when the vault is back")
    void read_afterAnOutage_works() throws Exception {
        SecretValue value = canary().value();
        String name = stored(value);
        Session session = logIn();
        vault.goDown();
        failure(() -> read(session, name));
        vault.recover();
        assertReads(session, name, value);
    }

    @Needs(Capability.OUTAGES)
    @Test
    @DisplayName("a client can be opened while the vault is down")
    void open_inAnOutage_works() throws Exception {
        vault.goDown();
        assertThat(open().locate(vault.reference(newName()))).isNotNull();
    }

    @Needs(Capability.SLOW_REPLIES)
    @Test
    @DisplayName("a read that is not answered ends at its deadline, as unavailable")
    void read_unanswered_endsAtItsDeadline() throws Exception {
        String name = stored(canary().value());
        Session session = logIn();
        Locator locator = locate(name).locator();
        vault.beSlow();
        assertEndsInTime(() -> session.read(locator, call(SHORT)));
    }

    @Needs({Capability.SLOW_REPLIES, Capability.CREDENTIALS})
    @Test
    @DisplayName("a login that is not answered ends at its deadline, as unavailable")
    void authenticate_unanswered_endsAtItsDeadline() throws Exception {
        VaultClient slow = client();
        vault.beSlow();
        assertEndsInTime(() -> slow.authenticate(vault.credentials(), call(SHORT)));
    }

    private void assertEndsInTime(ThrowingCallable action) {
        long begin = System.nanoTime();
        assertThat(failure(action).kind()).isEqualTo(VaultFailure.Kind.UNAVAILABLE);
        // far from the deadline and further from the end of any default: only a wait without a bound takes as long
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PATIENCE);
    }
}
