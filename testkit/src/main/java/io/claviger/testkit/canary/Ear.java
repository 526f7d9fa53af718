package io.claviger.testkit.canary;

/** Hears what one part of the machine has to say. Not safe for use by several threads. */
interface Ear {

    /** Begins to listen. */
    void open();

    /** Ends, and leaves everything as it was. */
    void close();
}
