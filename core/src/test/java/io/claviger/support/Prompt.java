package io.claviger.support;

import io.claviger.Actor;
import io.claviger.ScriptDecision;
import io.claviger.ScriptOrigin;
import io.claviger.ScriptPrompt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A prompt that a test answers: at once, or when it says so. */
public final class Prompt implements ScriptPrompt {

    /** What was asked: whose script, and where it comes from. */
    public final List<String> questions = new CopyOnWriteArrayList<>();

    private final List<CompletableFuture<ScriptDecision>> open = new ArrayList<>();
    private Optional<ScriptDecision> atOnce = Optional.empty();

    /** Answers every question at once from now on. */
    public Prompt always(ScriptDecision decision) {
        atOnce = Optional.of(decision);
        return this;
    }

    /** Leaves questions open from now on. */
    public Prompt later() {
        atOnce = Optional.empty();
        return this;
    }

    /** Answers the questions that are open. */
    public void answer(ScriptDecision decision) {
        List.copyOf(open).forEach(question -> question.complete(decision));
        open.clear();
    }

    @Override
    public CompletionStage<ScriptDecision> ask(ScriptOrigin origin, @Nullable Actor actor) {
        questions.add((actor == null ? "host" : actor.id()) + " " + origin);
        CompletableFuture<ScriptDecision> question = new CompletableFuture<>();
        atOnce.ifPresentOrElse(question::complete, () -> open.add(question));
        return question;
    }
}
