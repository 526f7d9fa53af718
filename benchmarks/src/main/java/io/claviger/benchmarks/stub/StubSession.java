package io.claviger.benchmarks.stub;

import io.claviger.SecretSnapshot;
import io.claviger.spi.Call;
import io.claviger.spi.Locator;
import io.claviger.spi.Session;

/** Parses the payload at each read, as the session of a real vault does. */
public final class StubSession implements Session {

    private final Upstream upstream;

    public StubSession(Upstream upstream) {
        this.upstream = upstream;
    }

    @Override
    public SecretSnapshot read(Locator locator, Call call) {
        return SecretSnapshot.ofJson(upstream.read()).build();
    }
}
