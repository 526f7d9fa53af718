package io.claviger.model;

import java.util.List;

/** One thing that somebody does, or that happens. Printed as it is when a sequence fails. */
interface Step {

    /** Does it. */
    Answer run(Subject subject);

    /** Says what the model thinks of it, and has the model do the same. */
    void judge(Model model, Observed seen);

    /** Whether it brings about the same whatever has been read before. */
    default boolean independentOfReads() {
        return true;
    }

    /** Where links point because of it. */
    default List<Place> places() {
        return List.of();
    }
}
