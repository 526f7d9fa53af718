package io.claviger.internal.script;

import io.claviger.Actor;
import io.claviger.ScriptDecision;
import io.claviger.ScriptOrigin;
import io.claviger.ScriptPrompt;
import io.claviger.internal.call.BoundedCalls;
import io.claviger.internal.failure.Failures;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the host's prompt away from the calling thread, and takes everything but an answer in time for none. */
public final class Prompts {

    private static final Logger LOG = LoggerFactory.getLogger(Prompts.class);

    private final @Nullable ScriptPrompt prompt;
    private final Duration patience;
    private final BoundedCalls calls;

    /**
     * Creates what asks.
     *
     * @param prompt the host's; {@code null} if script access is off
     * @param patience how long an answer may take
     * @param calls runs the prompt
     */
    public Prompts(@Nullable ScriptPrompt prompt, Duration patience, BoundedCalls calls) {
        this.prompt = prompt;
        this.patience = patience;
        this.calls = calls;
    }

    /**
     * Tells whether there is anybody to ask.
     *
     * @return {@code false} if script access is off
     */
    public boolean on() {
        return prompt != null;
    }

    /**
     * Asks about an origin.
     *
     * @param origin where scripts come from
     * @param actor on whose behalf they run; {@code null} for the host itself
     * @return completes with the answer, or exceptionally if there is none in time; may be cancelled
     */
    public CompletableFuture<ScriptDecision> ask(ScriptOrigin origin, @Nullable Actor actor) {
        ScriptPrompt asked = Objects.requireNonNull(prompt);
        CompletableFuture<ScriptDecision> answer = calls.waiter()
                .bounded(
                        calls.start(patience, call -> asked.ask(origin, actor))
                                .thenCompose(CompletionStage::toCompletableFuture)
                                .thenApply(Objects::requireNonNull),
                        patience);
        var unused = answer.whenComplete((decision, thrown) -> report(thrown));
        return answer;
    }

    private static void report(@Nullable Throwable thrown) {
        if (thrown != null && !(thrown instanceof CancellationException)) {
            Throwable trace = Failures.of(thrown).trace();
            LOG.warn(
                    "The prompt for script access gave no answer: {}. Access is denied",
                    trace == null ? "its time is over" : trace.getMessage());
        }
    }
}
