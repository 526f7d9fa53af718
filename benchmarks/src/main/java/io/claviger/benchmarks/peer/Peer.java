package io.claviger.benchmarks.peer;

/** One way to have a password at hand. */
public interface Peer extends AutoCloseable {

    /** Returns the password, as an application reads it each time it needs it. */
    String password();

    @Override
    default void close() {}
}
