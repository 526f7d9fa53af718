package io.claviger.simulation;

/** Knows of one promise whether a day has kept it. */
interface Oracle {

    /**
     * Looks at a day.
     *
     * @param history what happened
     * @throws Violation if the promise was broken
     */
    void check(History history);
}
