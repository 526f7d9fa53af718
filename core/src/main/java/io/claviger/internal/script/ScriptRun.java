package io.claviger.internal.script;

import io.claviger.Actor;
import io.claviger.ScriptDecision;
import io.claviger.ScriptOrigin;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One run of a script on somebody's behalf. */
public final class ScriptRun {

    private final Subject subject;
    private final @Nullable Subject workspace;
    // what holds for this run alone; guarded by the lock of ScriptGrants
    @Nullable
    Boolean once;

    /**
     * Creates a run about which nothing is decided.
     *
     * @param actor on whose behalf; {@code null} for the host itself
     * @param origin where the script comes from
     */
    public ScriptRun(@Nullable Actor actor, ScriptOrigin origin) {
        subject = new Subject(actor, origin);
        workspace = origin.workspace().map(whole -> new Subject(actor, whole)).orElse(null);
    }

    Subject subject() {
        return subject;
    }

    @Nullable
    Subject workspace() {
        return workspace;
    }

    boolean isAny(Predicate<Subject> concerned) {
        return concerned.test(subject) || (workspace != null && concerned.test(workspace));
    }

    Subject decidedBy(ScriptDecision decision) {
        return decision.scope() == ScriptDecision.Scope.WORKSPACE && workspace != null ? workspace : subject;
    }

    /**
     * What a decision is about.
     *
     * @param actor on whose behalf scripts run; {@code null} for the host itself
     * @param origin where they come from
     */
    record Subject(@Nullable Actor actor, ScriptOrigin origin) {}
}
