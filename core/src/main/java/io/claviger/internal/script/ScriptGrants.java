package io.claviger.internal.script;

import io.claviger.Actor;
import io.claviger.ScriptDecision;
import io.claviger.ScriptGrant;
import io.claviger.ScriptOrigin;
import io.claviger.internal.script.ScriptRun.Subject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is decided about scripts, and which questions are open: one at a time for each actor and origin. Whoever changes a
 * decision settles the question too. No lock is held while somebody is asked or told.
 */
public final class ScriptGrants {

    private final ReentrantLock lock = new ReentrantLock();
    // all guarded by the lock
    private final Map<Subject, ScriptGrant> remembered = new HashMap<>();
    private final Map<Subject, Question> open = new HashMap<>();
    private final Set<ScriptRun> decidedOnce = Collections.newSetFromMap(new WeakHashMap<>());

    /**
     * Returns what is decided about a run, or has it asked for.
     *
     * @param run the run
     * @param ask asks, if nobody does already
     * @return completes with whether it may use secrets, never exceptionally
     */
    public CompletableFuture<Boolean> decision(ScriptRun run, Consumer<Question> ask) {
        Question fresh = new Question(run);
        Question question;
        lock.lock();
        try {
            Boolean standing = standing(run);
            if (standing != null) {
                return CompletableFuture.completedFuture(standing);
            }
            question = open.computeIfAbsent(run.subject(), subject -> fresh);
            question.waiting().add(run);
        } finally {
            lock.unlock();
        }
        if (question == fresh) {
            askAbout(fresh, ask);
        }
        return question.answer();
    }

    private void askAbout(Question question, Consumer<Question> ask) {
        try {
            ask.accept(question);
        } catch (RuntimeException e) {
            leaveUnanswered(question);
            throw e;
        }
    }

    /**
     * Tells whether a run may use secrets as things stand.
     *
     * @param run the run
     * @return {@code false} if not, or if nothing is decided
     */
    public boolean allows(ScriptRun run) {
        lock.lock();
        try {
            return Boolean.TRUE.equals(standing(run));
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Boolean standing(ScriptRun run) {
        if (run.once != null) {
            return run.once;
        }
        ScriptGrant grant = remembered.get(run.subject());
        if (grant == null && run.workspace() != null) {
            grant = remembered.get(run.workspace());
        }
        return grant == null ? null : grant.allowed();
    }

    /**
     * Takes the answer to a question into account, unless the question was settled otherwise. Those who wait are not told
     * yet: complete its {@linkplain Question#answer() answer} when the decision is recorded.
     *
     * @param question the question
     * @param decision the answer
     * @return whether the answer counts
     */
    public boolean settle(Question question, ScriptDecision decision) {
        lock.lock();
        try {
            ScriptRun run = question.first();
            if (!open.remove(run.subject(), question)) {
                return false;
            }
            if (decision.scope() == ScriptDecision.Scope.RUN) {
                question.waiting().forEach(waiting -> decideOnce(waiting, decision.allowed()));
            } else {
                remember(run.decidedBy(decision), decision.allowed());
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Denies secrets to the runs that wait for an answer that did not come.
     *
     * @param question the question
     */
    public void leaveUnanswered(Question question) {
        var unused = settle(question, ScriptDecision.DENY_ONCE);
        question.answer().complete(false);
    }

    private void decideOnce(ScriptRun run, boolean allowed) {
        run.once = allowed;
        decidedOnce.add(run);
    }

    private void remember(Subject subject, boolean allowed) {
        remembered.put(subject, new ScriptGrant(subject.origin(), allowed));
    }

    /**
     * Decides about an origin.
     *
     * @param actor for whose scripts; {@code null} for the host's own
     * @param origin where they come from
     * @param allowed whether they may use secrets
     * @return answers those who wait; to be run when the decision is recorded
     */
    public Runnable decide(@Nullable Actor actor, ScriptOrigin origin, boolean allowed) {
        Subject subject = new Subject(actor, origin);
        return change(subject::equals, allowed, () -> remember(subject, allowed));
    }

    /**
     * Forgets what was decided about an origin.
     *
     * @param actor for whose scripts; {@code null} for the host's own
     * @param origin where they come from
     * @return refuses those who wait; to be run when the decision is recorded
     */
    public Runnable reset(@Nullable Actor actor, ScriptOrigin origin) {
        return change(new Subject(actor, origin)::equals, false, () -> {});
    }

    /**
     * Forgets everything that was decided for one actor.
     *
     * @param actor for whose scripts; {@code null} for the host's own
     * @return refuses those who wait; to be run when the decision is recorded
     */
    public Runnable resetAll(@Nullable Actor actor) {
        return change(subject -> Objects.equals(actor, subject.actor()), false, () -> {});
    }

    /** Forgets everything and refuses all who wait. */
    public void close() {
        change(subject -> true, false, () -> {}).run();
    }

    // forgets what was decided about some subjects, decides anew, and answers the questions about them
    private Runnable change(Predicate<Subject> concerned, boolean answer, Runnable decide) {
        List<Question> settled = new ArrayList<>();
        lock.lock();
        try {
            remembered.keySet().removeIf(concerned);
            decidedOnce.stream().filter(run -> run.isAny(concerned)).forEach(run -> run.once = null);
            open.entrySet().removeIf(entry -> concerned.test(entry.getKey()) && settled.add(entry.getValue()));
            decide.run();
        } finally {
            lock.unlock();
        }
        return () -> settled.forEach(question -> question.answer().complete(answer));
    }

    /**
     * Returns what is remembered for one actor.
     *
     * @param actor for whose scripts; {@code null} for the host's own
     * @return the decisions, by kind and id
     */
    public List<ScriptGrant> grants(@Nullable Actor actor) {
        lock.lock();
        try {
            return remembered.entrySet().stream()
                    .filter(entry -> Objects.equals(actor, entry.getKey().actor()))
                    .map(Map.Entry::getValue)
                    .sorted(Comparator.comparing(
                                    (ScriptGrant grant) -> grant.origin().kind())
                            .thenComparing(grant -> grant.origin().id()))
                    .toList();
        } finally {
            lock.unlock();
        }
    }
}
