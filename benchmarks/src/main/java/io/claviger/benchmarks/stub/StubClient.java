package io.claviger.benchmarks.stub;

import io.claviger.Credentials;
import io.claviger.SecretReference;
import io.claviger.spi.Call;
import io.claviger.spi.Location;
import io.claviger.spi.Locator;
import io.claviger.spi.Session;
import io.claviger.spi.VaultClient;

/** Knows a secret at every path. */
final class StubClient implements VaultClient {

    private final Upstream upstream;

    StubClient(Upstream upstream) {
        this.upstream = upstream;
    }

    @Override
    public Location locate(SecretReference reference) {
        return Location.of(
                Locator.of(reference.path(), reference.parameters()),
                reference.field().orElse(null));
    }

    @Override
    public Session authenticate(Credentials credentials, Call call) {
        return new StubSession(upstream);
    }

    @Override
    public void close() {}
}
