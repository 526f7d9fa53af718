package io.claviger.internal.manager;

import io.claviger.AccessRefusedException;
import io.claviger.Actor;
import io.claviger.Operation;
import io.claviger.ScriptDecision;
import io.claviger.ScriptOrigin;
import io.claviger.internal.script.Question;
import io.claviger.internal.script.ScriptRun;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Lets one run of a script pass or not; asks the host's prompt if nothing is decided. */
final class ScriptGate {

    private final ManagerCore core;
    private final @Nullable Actor actor;
    private final ScriptOrigin origin;
    private final ScriptRun run;

    ScriptGate(ManagerCore core, @Nullable Actor actor, ScriptOrigin origin) {
        this.core = core;
        this.actor = actor;
        this.origin = origin;
        this.run = new ScriptRun(actor, origin);
    }

    /** Completes when the run may go on, or fails with the refusal. */
    CompletableFuture<Boolean> opened() {
        try {
            core.checkOpen();
            core.gate().check(actor, Operation.USE_SCRIPT, null);
            return decision().thenApply(ScriptGate::passed);
        } catch (RuntimeException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    private CompletableFuture<Boolean> decision() {
        return core.prompts().on() ? core.scripts().decision(run, this::ask) : CompletableFuture.completedFuture(false);
    }

    /** Hands over what the run asked for, unless access was taken back meanwhile. */
    <T> T handOver(T result) {
        var unused = passed(core.scripts().allows(run));
        return result;
    }

    private static Boolean passed(boolean allowed) {
        if (!allowed) {
            throw new AccessRefusedException(Operation.USE_SCRIPT, Set.of());
        }
        return Boolean.TRUE;
    }

    private void ask(Question question) {
        CompletableFuture<ScriptDecision> answer = core.prompts().ask(origin, actor);
        var unused = question.answer().whenComplete((settled, thrown) -> answer.cancel(false));
        // away from the thread of the prompt: to record a decision may block
        var unusedToo =
                answer.whenComplete((decision, thrown) -> core.calls().execute(() -> answered(question, decision)));
    }

    private void answered(Question question, @Nullable ScriptDecision decision) {
        try {
            if (decision != null && taken(question, decision)) {
                question.answer().complete(decision.allowed());
            }
        } catch (RuntimeException refused) {
            // not the actor's to decide, or not to be audited: told of as a management call, and denied
            return;
        } finally {
            core.scripts().leaveUnanswered(question);
        }
    }

    private boolean taken(Question question, ScriptDecision decision) {
        Operation operation = decision.allowed() ? Operation.ALLOW_SCRIPTS : Operation.DENY_SCRIPTS;
        return new Management(core, actor, origin).onScripts(operation, () -> {
            core.gate().check(actor, operation, null);
            return core.scripts().settle(question, decision);
        });
    }
}
