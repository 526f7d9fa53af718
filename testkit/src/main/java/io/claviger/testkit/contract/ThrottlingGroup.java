package io.claviger.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.SecretValue;
import io.claviger.spi.Session;
import io.claviger.spi.VaultFailure;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A vault that asks for fewer requests is told from one that is down. */
@Needs(Capability.THROTTLING)
abstract class ThrottlingGroup extends ContractGroup {

    ThrottlingGroup(VaultContract vault) {
        super(vault);
    }

    @Test
    @DisplayName("a vault that asks for fewer requests is understood")
    void read_throttled_saysSo() throws Exception {
        String name = stored(canary().value());
        Session session = logIn();
        vault.throttle(Optional.empty());
        VaultFailure failure = failure(() -> read(session, name));
        assertThat(failure.kind()).isEqualTo(VaultFailure.Kind.THROTTLED);
        assertThat(failure.retryAfter()).isEmpty();
    }

    @Needs(Capability.RETRY_HINTS)
    @Test
    @DisplayName("how long it asks to wait is passed on")
    void read_throttledWithHint_passesItOn() throws Exception {
        String name = stored(canary().value());
        Session session = logIn();
        vault.throttle(Optional.of(Duration.ofSeconds(17)));
        assertThat(failure(() -> read(session, name)).retryAfter()).contains(Duration.ofSeconds(17));
    }

    @Needs(Capability.CREDENTIALS)
    @Test
    @DisplayName("a throttled login refuses no credentials")
    void authenticate_throttled_saysSo() throws Exception {
        vault.throttle(Optional.empty());
        assertThat(failure(this::logIn).kind()).isEqualTo(VaultFailure.Kind.THROTTLED);
    }

    @Test
    @DisplayName("the same session works when it is over")
    void read_afterThrottling_works() throws Exception {
        SecretValue value = canary().value();
        String name = stored(value);
        Session session = logIn();
        vault.throttle(Optional.empty());
        failure(() -> read(session, name));
        vault.recover();
        assertReads(session, name, value);
    }
}
