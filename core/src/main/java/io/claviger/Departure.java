package io.claviger;

import java.util.List;

/**
 * What was ended when an actor left, and what is left of theirs.
 *
 * @param ended the sessions of theirs that were ended, and their integrations that were disconnected
 * @param links their own links, to be handed over by {@link IntegrationManager#handOver} or unlinked
 */
public record Departure(List<Disconnection> ended, List<Link> links) {

    /**
     * Copies the lists.
     *
     * @param ended the sessions of theirs that were ended, and their integrations that were disconnected
     * @param links their own links
     */
    public Departure {
        ended = List.copyOf(ended);
        links = List.copyOf(links);
    }
}
