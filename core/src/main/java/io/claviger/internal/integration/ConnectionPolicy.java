package io.claviger.internal.integration;

import io.claviger.Endpoint;
import io.claviger.EndpointDecision;
import io.claviger.EndpointPolicy;
import io.claviger.internal.call.Waiter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * The host's endpoint policy as it holds for one client: it is told who gave the settings, and cannot hold up for good
 * whoever connects or edits.
 */
final class ConnectionPolicy implements EndpointPolicy {

    private final EndpointPolicy policy;
    private final boolean byActor;
    private final Waiter waiter;
    private final Duration timeout;
    private final PlainHttpWarning warning;
    private volatile boolean opened;

    ConnectionPolicy(
            EndpointPolicy policy, boolean byActor, Waiter waiter, Duration timeout, PlainHttpWarning warning) {
        this.policy = policy;
        this.byActor = byActor;
        this.waiter = waiter;
        this.timeout = timeout;
        this.warning = warning;
    }

    /** Says that the client is open: from now on it is asked by calls to the vault, which have an end of their own. */
    void opened() {
        opened = true;
    }

    @Override
    public EndpointDecision decide(Endpoint endpoint) {
        Endpoint marked = byActor ? endpoint.givenByActor() : endpoint;
        EndpointDecision decision = opened ? policy.decide(marked) : decideInTime(marked);
        if (decision.allows()) {
            warning.permitted(endpoint);
        }
        return decision;
    }

    // not on the executor, where it would wait for a place behind the reads; an answer that is late counts as a failure
    private EndpointDecision decideInTime(Endpoint endpoint) {
        CompletableFuture<EndpointDecision> answer = new CompletableFuture<>();
        Thread asking = new Thread(() -> complete(answer, endpoint), "claviger-endpoint-policy");
        asking.setDaemon(true);
        asking.start();
        try {
            return waiter.await(answer, timeout);
        } finally {
            asking.interrupt();
        }
    }

    // whatever the host's policy throws, the one who waits is told
    @SuppressWarnings("CatchingUnchecked")
    private void complete(CompletableFuture<EndpointDecision> answer, Endpoint endpoint) {
        try {
            answer.complete(policy.decide(endpoint));
        } catch (Throwable thrown) {
            answer.completeExceptionally(thrown);
        }
    }
}
