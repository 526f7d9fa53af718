package io.claviger.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.claviger.SecretReference;
import io.claviger.SecretSnapshot;
import io.claviger.SecretValue;
import io.claviger.spi.Call;
import io.claviger.spi.Location;
import io.claviger.spi.Session;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultFailure;
import io.claviger.testkit.canary.LeakCanary;
import java.time.Duration;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;

/** Tests of one part of the contract, and what they have in common. */
@Timeout(120)
abstract class ContractGroup {

    static final Duration PATIENCE = Duration.ofSeconds(10);

    final VaultContract vault;
    private @Nullable VaultClient client;

    ContractGroup(VaultContract vault) {
        this.vault = vault;
    }

    final LeakCanary canary() {
        return vault.canary();
    }

    /** The client of this test, closed when it ends. */
    final VaultClient client() {
        if (client == null) {
            client = open();
        }
        return client;
    }

    final VaultClient open() {
        return vault.closing(vault.provider().open(vault.settings()));
    }

    final Session logIn() {
        return client().authenticate(vault.credentials(), call());
    }

    final Call call() {
        return call(PATIENCE);
    }

    final Call call(Duration timeout) {
        return Call.within(timeout, vault.time());
    }

    /** A name that nobody else has. */
    static String newName() {
        return "claviger-" + UUID.randomUUID();
    }

    /** Stores a new secret. */
    final String stored(SecretValue value) throws Exception {
        String name = newName();
        vault.store(name, value);
        return name;
    }

    final Location locate(String name) {
        return client().locate(vault.reference(name));
    }

    final SecretSnapshot read(Session session, String name) {
        return session.read(locate(name).locator(), call());
    }

    final SecretValue value(Session session, String name) {
        return value(session, vault.reference(name));
    }

    final SecretValue value(Session session, SecretReference reference) {
        Location location = client().locate(reference);
        return selected(session.read(location.locator(), call()), location);
    }

    static SecretValue selected(SecretSnapshot snapshot, Location location) {
        return location.field()
                .map(snapshot::field)
                .orElseGet(snapshot::value)
                .orElseThrow(() -> new AssertionError("the snapshot holds no such value"));
    }

    /** Sees to it that something fails as a provider must fail, and shows nothing by it. */
    final VaultFailure failure(ThrowingCallable action) {
        Throwable thrown = catchThrowable(action);
        assertThat(thrown)
                .as("what is thrown where a vault gives no secret")
                .isInstanceOf(VaultFailure.class)
                .hasNoCause()
                .hasNoSuppressedExceptions();
        VaultFailure failure = canary().see((VaultFailure) thrown);
        assertThat(failure.detail()).as("the sentence of the failure").isNotBlank();
        return failure;
    }

    final void assertReads(Session session, String name, SecretValue value) {
        assertThat(value(session, name).hasSameContentAs(value))
                .as("whether the value of %s is the one that was stored", name)
                .isTrue();
    }
}
