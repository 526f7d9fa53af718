package io.claviger.internal.cache;

import java.util.concurrent.CompletableFuture;

/** A read under way, and those who wait for it. */
final class Load implements Slot {

    private final long startedAt;
    private final CompletableFuture<Fetched> result = new CompletableFuture<>();

    Load(long startedAt) {
        this.startedAt = startedAt;
    }

    long startedAt() {
        return startedAt;
    }

    CompletableFuture<Fetched> result() {
        return result;
    }
}
