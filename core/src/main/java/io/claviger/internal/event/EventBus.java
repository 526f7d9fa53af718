package io.claviger.internal.event;

import io.claviger.TimeSource;
import io.claviger.event.VaultEvent;
import io.claviger.event.VaultEventListener;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers events in order, one at a time, on the executor. Whoever publishes never waits: once the queue is full, events
 * are lost and counted.
 */
public final class EventBus {

    private static final Logger LOG = LoggerFactory.getLogger(EventBus.class);
    private static final int MOST_WAITING = 10_000;

    private final List<VaultEventListener> listeners;
    private final Executor executor;
    private final TimeSource time;
    private final BlockingQueue<VaultEvent> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicBoolean delivering = new AtomicBoolean();
    private final LongAdder lost = new LongAdder();

    /**
     * Creates a bus.
     *
     * @param listeners who is told
     * @param executor runs the listeners
     * @param time dates the events
     */
    public EventBus(List<VaultEventListener> listeners, Executor executor, TimeSource time) {
        this.listeners = listeners;
        this.executor = executor;
        this.time = time;
    }

    /**
     * Starts an event of this moment.
     *
     * @param type what kind of thing happened
     * @param outcome how it ended
     * @return a builder, for {@link #publish}
     */
    public VaultEvent.Builder event(VaultEvent.Type type, VaultEvent.Outcome outcome) {
        return VaultEvent.at(time.now(), type, outcome);
    }

    /**
     * Hands an event to the listeners.
     *
     * @param event the event, complete
     */
    public void publish(VaultEvent.Builder event) {
        if (listeners.isEmpty()) {
            return;
        }
        if (!waiting.offer(event.build())) {
            lost.increment();
        }
        deliverSoon();
    }

    private void deliverSoon() {
        if (delivering.compareAndSet(false, true)) {
            try {
                executor.execute(this::deliver);
            } catch (RejectedExecutionException e) {
                delivering.set(false);
            }
        }
    }

    private void deliver() {
        VaultEvent event;
        while ((event = waiting.poll()) != null) {
            tell(event);
        }
        delivering.set(false);
        reportLost();
        if (!waiting.isEmpty()) {
            // published after the last poll, by one who saw this delivery still under way
            deliverSoon();
        }
    }

    // a listener's failure is its own: the others are told all the same
    @SuppressWarnings("CatchingUnchecked")
    private void tell(VaultEvent event) {
        for (VaultEventListener listener : listeners) {
            try {
                listener.on(event);
            } catch (Throwable thrown) {
                LOG.warn(
                        "The listener {} failed with {}",
                        listener.getClass().getName(),
                        thrown.getClass().getName());
            }
        }
    }

    private void reportLost() {
        long count = lost.sumThenReset();
        if (count > 0) {
            LOG.warn("{} events were lost because listeners are too slow", count);
        }
    }
}
