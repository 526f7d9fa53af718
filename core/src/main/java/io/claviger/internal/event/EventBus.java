package io.claviger.internal.event;

import io.claviger.TimeSource;
import io.claviger.event.VaultEvent;
import io.claviger.event.VaultEventListener;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers events in order, one at a time, on the executor. Whoever publishes never waits: once the queue is full, events
 * are lost, counted, and told of as one event.
 */
public final class EventBus {

    private static final Logger LOG = LoggerFactory.getLogger(EventBus.class);
    private static final int MOST_WAITING = 10_000;

    private final List<Recipient> recipients;
    private final Executor executor;
    private final TimeSource time;
    private final BlockingQueue<VaultEvent> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicBoolean delivering = new AtomicBoolean();
    private final AtomicLong lost = new AtomicLong();

    /**
     * Creates a bus.
     *
     * @param listeners who is told
     * @param executor runs the listeners
     * @param time dates the events
     */
    public EventBus(List<VaultEventListener> listeners, Executor executor, TimeSource time) {
        this.recipients = listeners.stream().map(Recipient::new).toList();
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
     * Completes an event and hands it to the listeners, if there are any.
     *
     * @param event the event, complete
     */
    public void publish(VaultEvent.Builder event) {
        if (!recipients.isEmpty()) {
            publish(event.build());
        }
    }

    /**
     * Hands an event to the listeners.
     *
     * @param event the event
     */
    public void publish(VaultEvent event) {
        if (recipients.isEmpty()) {
            return;
        }
        if (!waiting.offer(event)) {
            lost.incrementAndGet();
        }
        deliverSoon();
    }

    // the host's executor may throw anything: what waits is delivered with the next event
    @SuppressWarnings("CatchingUnchecked")
    private void deliverSoon() {
        if (delivering.compareAndSet(false, true)) {
            try {
                executor.execute(this::deliver);
            } catch (Throwable refused) {
                delivering.set(false);
            }
        }
    }

    // by turns of bounded length, so that losses are told of even while events keep coming
    private void deliver() {
        for (int told = 0; told < MOST_WAITING; told++) {
            VaultEvent event = waiting.poll();
            if (event == null) {
                break;
            }
            tell(event);
        }
        tellLost();
        delivering.set(false);
        if (!waiting.isEmpty()) {
            // published after the last poll, by one who saw this delivery still under way
            deliverSoon();
        }
    }

    private void tell(VaultEvent event) {
        recipients.forEach(recipient -> recipient.tell(event));
    }

    private void tellLost() {
        long count = lost.getAndSet(0);
        if (count > 0) {
            LOG.warn("{} events were lost because listeners are too slow", count);
            tell(event(VaultEvent.Type.EVENTS_LOST, VaultEvent.Outcome.FAILED)
                    .count(count)
                    .build());
        }
    }
}
