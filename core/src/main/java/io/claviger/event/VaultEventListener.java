package io.claviger.event;

/**
 * Receives events, one at a time and in order, on a thread of the library.
 *
 * <p>Operations do not wait for listeners. One that throws is logged by type and stays registered; one that blocks
 * delays the others, and once 10,000 events wait, further ones are lost and counted in the log.
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
