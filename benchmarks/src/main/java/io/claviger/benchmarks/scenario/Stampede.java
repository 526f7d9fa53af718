package io.claviger.benchmarks.scenario;

import io.claviger.benchmarks.peer.Peer;
import io.claviger.benchmarks.stub.Payload;
import io.claviger.benchmarks.stub.Upstream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Many callers who ask for one secret that nobody has read yet, all before the vault answers. */
public final class Stampede {

    // a peer that keeps callers out until the first has its answer must not wait for them for ever
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CountDownLatch arrived;
    private final Upstream upstream;
    private final int callers;
    private final Duration latency;

    /**
     * Prepares callers.
     *
     * @param callers how many
     * @param latency how long the vault takes once all have come
     */
    public Stampede(int callers, Duration latency) {
        this.callers = callers;
        this.latency = latency;
        this.arrived = new CountDownLatch(callers);
        this.upstream = new Upstream(this::holdBack);
    }

    /** Returns how many calls reached the vault. To be run once. */
    public int run(Function<Upstream, Peer> opening, ExecutorService executor) {
        try (Peer peer = opening.apply(upstream)) {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                answers.add(executor.submit(() -> {
                    arrived.countDown();
                    return peer.password();
                }));
            }
            answers.forEach(Stampede::check);
        } finally {
            executor.shutdown();
        }
        return upstream.calls();
    }

    private void holdBack() {
        await(arrived, PATIENCE);
        await(new CountDownLatch(1), latency);
    }

    private static void await(CountDownLatch latch, Duration atMost) {
        try {
            boolean unused = latch.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void check(Future<String> answer) {
        try {
            if (!Payload.PASSWORD.equals(answer.get())) {
                throw new IllegalStateException("A caller was given another value.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A caller was given no value.", e);
        }
    }
}
