package io.claviger.event;

/**
 * Receives events, one at a time and in order, on a thread of the library.
 *
 * <p>Operations do not wait for listeners. One that throws is logged by type, once until it works again, and stays
 * registered. One that blocks delays the others and holds a thread of the manager's executor; once 10,000 events wait, further
 * ones are lost, and listeners are told how many by {@link VaultEvent.Type#EVENTS_LOST}.
 */
@FunctionalInterface
public interface VaultEventListener {

    /**
     * Receives one event.
     *
     * @param event what happened
     */
    void on(VaultEvent event);
}
