package io.claviger;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Asks a person whether scripts may use secrets.
 *
 * <p>Asked once for each actor and origin, however many calls wait for the answer, and never while the library holds a lock.
 * A prompt that throws, answers {@code null}, fails or gives no answer in time means that access is denied to those who
 * waited; nothing is remembered then, and a later answer is ignored.
 */
@FunctionalInterface
public interface ScriptPrompt {

    /**
     * Asks whether the scripts of an origin may use secrets. Does not block until the answer.
     *
     * @param origin where the script comes from
     * @param actor on whose behalf it runs; {@code null} for the host itself
     * @return completes with the answer
     */
    CompletionStage<ScriptDecision> ask(ScriptOrigin origin, @Nullable Actor actor);
}
