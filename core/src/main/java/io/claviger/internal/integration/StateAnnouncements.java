package io.claviger.internal.integration;

import io.claviger.IntegrationState;
import io.claviger.Reason;
import io.claviger.event.VaultEvent;
import io.claviger.event.VaultEvent.Outcome;
import io.claviger.internal.event.EventBus;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of changes of state, each once: in the log and as an event. */
final class StateAnnouncements implements BiConsumer<IntegrationState, @Nullable Reason> {

    private static final Logger LOG = LoggerFactory.getLogger(StateAnnouncements.class);

    private final String alias;
    private final @Nullable SessionOwner person;
    private final EventBus events;

    StateAnnouncements(String alias, @Nullable SessionOwner person, EventBus events) {
        this.alias = alias;
        this.person = person;
        this.events = events;
    }

    @Override
    public void accept(IntegrationState state, @Nullable Reason reason) {
        LOG.info("Integration {} is now {}{}", alias, state, person == null ? "" : " for one actor");
        events.publish(events.event(VaultEvent.Type.STATE_CHANGED, Outcome.DONE)
                .alias(alias)
                .actor(person == null ? null : person.actor())
                .reason(reason));
    }
}
