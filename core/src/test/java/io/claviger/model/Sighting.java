package io.claviger.model;

import java.util.List;

/**
 * What a reader got while others changed things.
 *
 * @param probe what was read
 * @param from the last step that was over before
 * @param to the last step that had begun after
 * @param answer what the reader got
 */
record Sighting(Probe probe, int from, int to, Answer answer) {

    /** Something that is read again and again. */
    record Probe(Step step, Reader reader, List<String> names) {}
}
