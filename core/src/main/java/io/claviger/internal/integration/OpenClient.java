package io.claviger.internal.integration;

import io.claviger.Reason;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;
import io.claviger.spi.VaultClient;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A client that is closed exactly once, after the last call that uses it (S7). */
final class OpenClient {

    private static final Logger LOG = LoggerFactory.getLogger(OpenClient.class);

    private final VaultClient client;
    // its owner counts as one user, so that it stays open while nobody reads
    private final AtomicInteger users = new AtomicInteger(1);
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    OpenClient(VaultClient client) {
        this.client = client;
    }

    VaultClient client() {
        return client;
    }

    /** Begins a call; {@link #exit()} must follow. */
    void enter() {
        int before = users.getAndUpdate(count -> count == 0 ? 0 : count + 1);
        if (before == 0) {
            throw new FailureException(Failure.of(Reason.DISCONNECTED, ""));
        }
    }

    void exit() {
        if (users.decrementAndGet() == 0) {
            close();
        }
    }

    /** Lets the client be closed once nobody uses it. To be called once, by the owner. */
    void release() {
        exit();
    }

    CompletableFuture<Void> closed() {
        return closed;
    }

    // a client that fails to close must not fail the disconnect
    @SuppressWarnings("CatchingUnchecked")
    private void close() {
        try {
            client.close();
        } catch (Throwable thrown) {
            LOG.warn("A client failed to close with {}", thrown.getClass().getName());
        } finally {
            closed.complete(null);
        }
    }
}
