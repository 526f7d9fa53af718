package io.claviger.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.SecretLease;
import io.claviger.SecretSnapshot;
import io.claviger.spi.Session;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Credentials under a lease are made anew by each read, and ended when they are told to. */
@Needs(Capability.LEASES)
abstract class LeasesGroup extends ContractGroup {

    LeasesGroup(VaultContract vault) {
        super(vault);
    }

    @Test
    @DisplayName("each read makes a credential of its own, under a lease")
    void read_leased_mintsAnew() throws Exception {
        String name = newName();
        vault.lease(name);
        Session session = logIn();
        SecretSnapshot first = read(session, name);
        SecretSnapshot second = read(session, name);
        assertThat(lease(first).length()).isPositive();
        assertThat(lease(second).id()).isNotEqualTo(lease(first).id());
        assertThat(first.hasSameContentAs(second)).isFalse();
    }

    @Test
    @DisplayName("a renewable lease lasts longer when it is renewed")
    void renewLease_renewable_lasts() throws Exception {
        String name = newName();
        vault.lease(name);
        Session session = logIn();
        SecretLease lease = lease(read(session, name));
        assertThat(lease.renewable()).isTrue();
        assertThat(session.renewLease(lease, call()))
                .isPresent()
                .get()
                .matches(life -> life.compareTo(Duration.ZERO) > 0);
    }

    @Test
    @DisplayName("a revoked lease is confirmed")
    void revokeLease_lease_isConfirmed() throws Exception {
        String name = newName();
        vault.lease(name);
        Session session = logIn();
        assertThat(session.revokeLease(lease(read(session, name)), call())).isTrue();
    }

    @Test
    @DisplayName("the descriptor says that reads make credentials")
    void descriptor_leases_areSaid() throws Exception {
        vault.lease(newName());
        assertThat(vault.provider().descriptor().mintsCredentials()).isTrue();
    }

    private SecretLease lease(SecretSnapshot snapshot) {
        return canary().see(snapshot.lease().orElseThrow());
    }
}
