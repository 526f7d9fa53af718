package io.claviger.internal.integration;

import io.claviger.Endpoint;
import io.claviger.event.VaultEvent;
import io.claviger.event.VaultEvent.Outcome;
import io.claviger.internal.endpoint.PlainHttp;
import io.claviger.internal.event.EventBus;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells once that a client may send credentials readable over a network: in the log and as an event (design §11). */
final class PlainHttpWarning {

    private static final Logger LOG = LoggerFactory.getLogger(PlainHttpWarning.class);

    private final String alias;
    private final EventBus events;
    private final AtomicBoolean told = new AtomicBoolean();

    PlainHttpWarning(String alias, EventBus events) {
        this.alias = alias;
        this.events = events;
    }

    void permitted(Endpoint endpoint) {
        if (PlainHttp.leavesHost(endpoint) && told.compareAndSet(false, true)) {
            LOG.warn("Integration {} reaches its vault by plain HTTP: credentials can be read on the way", alias);
            events.publish(
                    events.event(VaultEvent.Type.PLAIN_HTTP, Outcome.DONE).alias(alias));
        }
    }
}
