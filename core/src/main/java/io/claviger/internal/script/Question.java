package io.claviger.internal.script;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A question about an origin that is open, and those who wait for its answer. */
public final class Question {

    private final ScriptRun first;
    private final CompletableFuture<Boolean> answer = new CompletableFuture<>();
    // guarded by the lock of ScriptGrants
    private final Set<ScriptRun> waiting = new HashSet<>();

    Question(ScriptRun first) {
        this.first = first;
    }

    ScriptRun first() {
        return first;
    }

    Set<ScriptRun> waiting() {
        return waiting;
    }

    /**
     * Returns the answer.
     *
     * @return completes with whether secrets may be used, never exceptionally
     */
    public CompletableFuture<Boolean> answer() {
        return answer;
    }
}
