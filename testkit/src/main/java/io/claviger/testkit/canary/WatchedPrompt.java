package io.claviger.testkit.canary;

import io.claviger.Actor;
import io.claviger.ScriptDecision;
import io.claviger.ScriptOrigin;
import io.claviger.ScriptPrompt;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows what people are asked about scripts to a canary. */
final class WatchedPrompt implements ScriptPrompt {

    private final ScriptPrompt prompt;
    private final Evidence evidence;
    private final Prints prints;

    WatchedPrompt(ScriptPrompt prompt, Evidence evidence, Prints prints) {
        this.prompt = prompt;
        this.evidence = evidence;
        this.prints = prints;
    }

    @Override
    public CompletionStage<ScriptDecision> ask(ScriptOrigin origin, @Nullable Actor actor) {
        Stream.concat(Stream.of(origin), origin.workspace().stream()).forEach(this::see);
        Optional.ofNullable(actor).ifPresent(prints::of);
        CompletionStage<ScriptDecision> answer = prompt.ask(origin, actor);
        return answer.whenComplete((decision, failure) -> prints.of(answer));
    }

    private void see(ScriptOrigin origin) {
        prints.of(origin);
        evidence.add("what a prompt shows", origin.id() + "\n" + origin.title());
    }
}
