package io.claviger.internal.client;

import io.claviger.Reason;
import io.claviger.internal.call.BoundedCalls;
import io.claviger.internal.call.Turns;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;
import io.claviger.spi.Call;
import io.claviger.spi.VaultClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A client that is closed exactly once, after the last call that uses it (S7). */
public final class OpenClient {

    private static final Logger LOG = LoggerFactory.getLogger(OpenClient.class);

    private final VaultClient client;
    private final Turns turns;
    // its owner counts as one user, so that it stays open while nobody reads
    private final AtomicInteger users = new AtomicInteger(1);
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    /**
     * Takes charge of a client.
     *
     * @param client the client, open
     * @param turns how many reads through it may be under way at once
     */
    public OpenClient(VaultClient client, Turns turns) {
        this.client = client;
        this.turns = turns;
    }

    /**
     * Returns the client, for what contacts nothing.
     *
     * @return the client, perhaps closed
     */
    public VaultClient client() {
        return client;
    }

    /**
     * Returns the turns of its reads, in whichever session.
     *
     * @return the turns
     */
    public Turns turns() {
        return turns;
    }

    /**
     * Starts a call through the client, which stays open until the call is really over.
     *
     * @param calls runs the call
     * @param timeout how long it may take
     * @param work the call
     * @param unclaimed is handed what the call gives after its deadline
     * @param <T> what it gives
     * @return completes with what it gives, or with a {@link FailureException}, also if the client is closed already
     */
    public <T> CompletableFuture<T> call(
            BoundedCalls calls, Duration timeout, Function<Call, T> work, Consumer<T> unclaimed) {
        return call(calls, timeout, work, unclaimed, () -> {});
    }

    /**
     * Starts a call through the client, as {@link #call(BoundedCalls, Duration, Function, Consumer)} does.
     *
     * @param calls runs the call
     * @param timeout how long it may take
     * @param work the call
     * @param unclaimed is handed what the call gives after its deadline
     * @param end is run once when the call is really over
     * @param <T> what it gives
     * @return completes with what it gives, or with a {@link FailureException}, also if the client is closed already
     */
    public <T> CompletableFuture<T> call(
            BoundedCalls calls, Duration timeout, Function<Call, T> work, Consumer<T> unclaimed, Runnable end) {
        try {
            enter();
        } catch (FailureException closed) {
            end.run();
            return CompletableFuture.failedFuture(closed);
        }
        return calls.start(timeout, work, unclaimed, () -> {
            exit();
            end.run();
        });
    }

    /**
     * Starts a call through the client, as {@link #call(BoundedCalls, Duration, Function, Consumer)} does.
     *
     * @param calls runs the call
     * @param timeout how long it may take
     * @param work the call
     * @param <T> what it gives
     * @return completes with what it gives, or with a {@link FailureException}, also if the client is closed already
     */
    public <T> CompletableFuture<T> call(BoundedCalls calls, Duration timeout, Function<Call, T> work) {
        return call(calls, timeout, work, late -> {});
    }

    /**
     * Keeps the client open until {@link #exit()}.
     *
     * @throws FailureException if the client is closed already
     */
    public void enter() {
        int before = users.getAndUpdate(count -> count == 0 ? 0 : count + 1);
        if (before == 0) {
            throw new FailureException(Failure.of(Reason.DISCONNECTED, ""));
        }
    }

    /** Ends what {@link #enter()} began. */
    public void exit() {
        if (users.decrementAndGet() == 0) {
            close();
        }
    }

    /** Lets the client be closed once nobody uses it. To be called once, by the owner. */
    public void release() {
        exit();
    }

    /**
     * Returns the end of the client.
     *
     * @return completes when it is closed
     */
    public CompletableFuture<Void> closed() {
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
