package io.claviger.benchmarks.stub;

import java.util.concurrent.atomic.LongAdder;

/** The one source behind all stubs: counts its calls and gives the payload. */
public final class Upstream {

    private final LongAdder calls = new LongAdder();
    private final Runnable beforeReply;

    /** Answers at once. */
    public Upstream() {
        this(() -> {});
    }

    /** Runs something before each answer, to hold it back for example. */
    public Upstream(Runnable beforeReply) {
        this.beforeReply = beforeReply;
    }

    /** Counts a call and returns the payload. */
    public String read() {
        count();
        beforeReply.run();
        return Payload.JSON;
    }

    /** Counts a call that fetches no payload. */
    public void count() {
        calls.increment();
    }

    /** Returns how many calls there were. */
    public int calls() {
        return calls.intValue();
    }
}
