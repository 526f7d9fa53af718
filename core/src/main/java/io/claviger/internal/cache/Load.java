package io.claviger.internal.cache;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A read under way, and those who wait for it. */
final class Load implements Slot {

    private final long startedAt;
    private final @Nullable Entry predecessor;
    private final boolean afterRefusal;
    private final CompletableFuture<Fetched> result = new CompletableFuture<>();
    private volatile boolean settled;

    // startedAt: by the life clock; lives are counted from then
    private Load(long startedAt, @Nullable Entry predecessor, boolean afterRefusal) {
        this.startedAt = startedAt;
        this.predecessor = predecessor;
        this.afterRefusal = afterRefusal;
    }

    /** A read of what is not cached. */
    static Load first(long startedAt) {
        return new Load(startedAt, null, false);
    }

    /** A read that refreshes what is cached. */
    static Load refresh(long startedAt, Entry predecessor) {
        return new Load(startedAt, predecessor, false);
    }

    /** A read of what is cached, because a service has refused it. */
    static Load afterRefusal(long startedAt, Entry predecessor) {
        return new Load(startedAt, predecessor, true);
    }

    boolean afterRefusal() {
        return afterRefusal;
    }

    long startedAt() {
        return startedAt;
    }

    @Nullable
    Entry predecessor() {
        return predecessor;
    }

    CompletableFuture<Fetched> result() {
        return result;
    }

    /** Says that the read is over: whoever puts it into a slot from now on must take it out again. */
    void settle() {
        settled = true;
    }

    boolean settled() {
        return settled;
    }
}
