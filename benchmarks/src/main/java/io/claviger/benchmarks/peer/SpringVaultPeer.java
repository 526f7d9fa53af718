package io.claviger.benchmarks.peer;

import io.claviger.benchmarks.stub.Payload;
import io.claviger.benchmarks.stub.StubVaultOperations;
import io.claviger.benchmarks.stub.Upstream;
import java.util.Objects;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.springframework.vault.core.env.LeaseAwareVaultPropertySource;
import org.springframework.vault.core.lease.SecretLeaseContainer;
import org.springframework.vault.core.lease.domain.RequestedSecret;

/** Spring Vault's property source: a map that leases rotate; it reads before anybody asks. */
@State(Scope.Benchmark)
public class SpringVaultPeer implements Peer {

    private final SecretLeaseContainer leases;
    private final LeaseAwareVaultPropertySource properties;

    public SpringVaultPeer() {
        this(new Upstream());
    }

    public SpringVaultPeer(Upstream upstream) {
        leases = new SecretLeaseContainer(StubVaultOperations.over(upstream));
        leases.afterPropertiesSet();
        leases.start();
        properties = new LeaseAwareVaultPropertySource(leases, RequestedSecret.rotating("secret/db"));
    }

    @Override
    public String password() {
        return (String) Objects.requireNonNull(properties.getProperty(Payload.PASSWORD_FIELD));
    }

    @Override
    @TearDown
    public void close() {
        try {
            leases.destroy();
        } catch (Exception e) {
            throw new IllegalStateException("The leases were not ended.", e);
        }
    }
}
