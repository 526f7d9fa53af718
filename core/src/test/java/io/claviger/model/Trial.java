package io.claviger.model;

import io.claviger.IntegrationManager;
import io.claviger.Reason;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Has a manager and the model do the same steps, and compares them after each. */
final class Trial {

    private final Options options;
    private final List<Step> steps;
    private final UnaryOperator<IntegrationManager> doctor;

    Trial(Options options, List<Step> steps, UnaryOperator<IntegrationManager> doctor) {
        this.options = options;
        this.steps = steps;
        this.doctor = doctor;
    }

    /** The same with other steps. */
    Trial with(List<Step> others) {
        return new Trial(options, others, doctor);
    }

    List<Step> steps() {
        return steps;
    }

    Options options() {
        return options;
    }

    /** Runs it; returns how product and model disagree, if they do. */
    Optional<String> run() {
        Object now = "the beginning";
        try (Subject subject = new Subject(options, doctor)) {
            Model model = new Model(options, subject.world);
            for (Step step : steps) {
                now = step;
                judge(subject, model, step);
            }
            now = "the end";
            for (Who who : Who.values()) {
                judge(subject, model, new ActorSteps.Look(who));
            }
            end(subject);
            return Optional.empty();
        } catch (Disagreement e) {
            return Optional.of("At " + now + ": " + e.getMessage());
        }
    }

    private static void judge(Subject subject, Model model, Step step) {
        Observed seen = subject.observe(step);
        step.judge(model, seen);
        boolean refused = seen.answer() instanceof Answer.Refused
                || (seen.answer() instanceof Answer.Results results
                        && results.each().containsValue(Reason.ROLE_NOT_PERMITTED.name()));
        Model.check(refused == !seen.refusals().isEmpty(), () -> "events tell of refusals " + seen.refusals());
        Model.check(subject.spill.found().isEmpty(), () -> "a secret shows in " + subject.spill.found());
    }

    // whatever was opened is ended, each client once
    private static void end(Subject subject) {
        subject.close();
        World world = subject.world;
        Model.check(
                world.opened.get() == world.closed.get(), () -> world.opened + " clients, " + world.closed + " closed");
        Model.check(
                world.sessions.stream().noneMatch(WorldSession::leftOpen), () -> "a session was left open at the end");
    }
}
