package io.claviger.support;

import io.claviger.Credentials;
import io.claviger.SecretReference;
import io.claviger.spi.Call;
import io.claviger.spi.Location;
import io.claviger.spi.Session;
import io.claviger.spi.VaultClient;
import java.util.concurrent.atomic.AtomicInteger;

/** A client of which only its end counts. */
public final class StubClient implements VaultClient {

    public final AtomicInteger closes = new AtomicInteger();

    /** Runs at each close; throws to make it fail. */
    public volatile Runnable atClose = () -> {};

    @Override
    public Location locate(SecretReference reference) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Session authenticate(Credentials credentials, Call call) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        closes.incrementAndGet();
        atClose.run();
    }
}
