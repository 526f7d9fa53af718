package io.claviger.concurrency.planted;

import java.util.concurrent.atomic.AtomicInteger;

/** A cache as it is written at first: nobody is told of a load under way. */
final class RacyCache {

    private static final int NOTHING = 0;
    private static final int READ_SPINS = 20;

    private final AtomicInteger reads = new AtomicInteger();
    private volatile int upstream = 1;
    private volatile int cached = NOTHING;

    int get() {
        int current = cached;
        if (current == NOTHING) {
            current = read();
            cached = current;
        }
        return current;
    }

    private int read() {
        reads.incrementAndGet();
        int found = upstream;
        for (int i = 0; i < READ_SPINS; i++) {
            Thread.onSpinWait();
        }
        return found;
    }

    void change() {
        upstream = 2;
    }

    void reset() {
        cached = NOTHING;
    }

    int reads() {
        return reads.get();
    }
}
