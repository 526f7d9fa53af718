package io.claviger.benchmarks.scenario;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The threads that callers run on. */
public enum Callers {
    PLATFORM("platform threads"),
    VIRTUAL("virtual threads");

    private final String words;

    Callers(String words) {
        this.words = words;
    }

    /** Returns one thread for each caller; empty if this Java has no such threads. */
    public Optional<ExecutorService> executor() {
        return this == PLATFORM ? Optional.of(Executors.newCachedThreadPool()) : virtual();
    }

    // compiled for 17, which has none
    private static Optional<ExecutorService> virtual() {
        try {
            return Optional.of((ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return words;
    }
}
