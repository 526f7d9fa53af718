package io.claviger.internal.event;

import io.claviger.ConfigurationException;
import io.claviger.Operation;
import io.claviger.event.AuditSink;
import io.claviger.event.VaultEvent;
import io.claviger.internal.call.BoundedCalls;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records management calls before and after they take effect, where the host requires it. What cannot be recorded before is
 * refused; an outcome that cannot be recorded is counted, and the count is recorded before the next event.
 */
public final class RequiredAudit {

    private static final Logger LOG = LoggerFactory.getLogger(RequiredAudit.class);

    private final @Nullable AuditSink sink;
    private final BoundedCalls calls;
    private final EventBus events;
    private final Duration timeout;
    private final AtomicLong lost = new AtomicLong();
    private final AtomicBoolean failing = new AtomicBoolean();

    /**
     * Creates an audit.
     *
     * @param sink the host's; {@code null} if none is required
     * @param calls runs the sink
     * @param events dates events
     * @param timeout how long the sink may take for one event
     */
    public RequiredAudit(@Nullable AuditSink sink, BoundedCalls calls, EventBus events, Duration timeout) {
        this.sink = sink;
        this.calls = calls;
        this.events = events;
        this.timeout = timeout;
    }

    /**
     * Records that a call is about to be tried.
     *
     * @param operation what is asked for
     * @param intents the events, one for each name concerned; they are recorded together, within one time-out
     * @param failures how the call ends if they cannot all be recorded: told for those that were
     * @throws ConfigurationException if one could not be recorded: the call must not be tried then
     */
    public void requested(Operation operation, List<VaultEvent> intents, List<VaultEvent> failures) {
        AtomicInteger recorded = new AtomicInteger();
        Failure failure = record(intents, recorded);
        if (failure != null) {
            ended(failures.subList(0, recorded.get()));
            throw new ConfigurationException("Audit is required, and the audit sink does not work" + why(failure)
                    + ": the request to " + operation.description()
                    + " was not carried out. Make the audit log writable again, then repeat the request.");
        }
    }

    /**
     * Records how a call ended.
     *
     * @param events the events, one for each name concerned
     */
    public void ended(List<VaultEvent> events) {
        AtomicInteger recorded = new AtomicInteger();
        if (record(events, recorded) != null) {
            lost.addAndGet(events.size() - recorded.get());
        }
    }

    private @Nullable Failure record(List<VaultEvent> events, AtomicInteger recorded) {
        if (sink == null || events.isEmpty()) {
            return null;
        }
        try {
            var unused = calls.run(timeout, call -> {
                events.forEach(event -> {
                    write(sink, event);
                    recorded.incrementAndGet();
                });
                return Boolean.TRUE;
            });
            worked();
            return null;
        } catch (FailureException e) {
            failed(e.failure());
            return e.failure();
        }
    }

    private void write(AuditSink to, VaultEvent event) {
        long missing = lost.getAndSet(0);
        try {
            if (missing > 0) {
                to.write(lostEvent(missing));
                missing = 0;
            }
            to.write(event);
        } catch (IOException e) {
            throw new CompletionException(e);
        } finally {
            lost.addAndGet(missing);
        }
    }

    private VaultEvent lostEvent(long number) {
        return events.event(VaultEvent.Type.EVENTS_LOST, VaultEvent.Outcome.FAILED)
                .count(number)
                .build();
    }

    private void worked() {
        if (failing.compareAndSet(true, false)) {
            LOG.info("The audit sink works again");
        }
    }

    private void failed(Failure failure) {
        if (failing.compareAndSet(false, true)) {
            LOG.warn("The audit sink does not work{}: management calls are refused until it does", why(failure));
        }
    }

    private static String why(Failure failure) {
        Throwable trace = failure.trace();
        return trace == null ? "" : " (" + trace.getMessage() + ")";
    }
}
