package io.claviger.benchmarks.stub;

import io.claviger.CachePolicy;
import io.claviger.IntegrationManager;
import io.claviger.SecretReference;
import io.claviger.Settings;
import io.claviger.spi.ProviderDescriptor;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultProvider;
import io.claviger.spi.VaultType;

/** The kind of vault that the library reads here. */
@VaultType(StubVault.TYPE)
public final class StubVault implements VaultProvider {

    static final String TYPE = "stub";

    /** The alias under which {@link #connect} connects it. */
    public static final String ALIAS = "bench";

    // far above what is stored: nothing is evicted
    private static final long ROOM = 10_000;

    private final Upstream upstream;

    private StubVault(Upstream upstream) {
        this.upstream = upstream;
    }

    /** Starts a manager that knows this vault only. */
    public static IntegrationManager connect(Upstream upstream) {
        return connect(upstream, ROOM);
    }

    /** Starts a manager whose cache has room for so many secrets. */
    public static IntegrationManager connect(Upstream upstream, long maximumSecrets) {
        IntegrationManager vaults = IntegrationManager.builder()
                .discovery(false)
                .provider(new StubVault(upstream))
                .cachePolicy(CachePolicy.standard().withMaximumSecrets(maximumSecrets))
                .build();
        vaults.connect(ALIAS, TYPE, Settings.empty());
        return vaults;
    }

    /** Returns where the password of a secret is. */
    public static SecretReference password(String secret) {
        return SecretReference.of(ALIAS, secret).withField(Payload.PASSWORD_FIELD);
    }

    @Override
    public ProviderDescriptor descriptor() {
        return ProviderDescriptor.of("Stub vault").credentialsOptional().build();
    }

    @Override
    public VaultClient open(Settings settings) {
        return new StubClient(upstream);
    }
}
