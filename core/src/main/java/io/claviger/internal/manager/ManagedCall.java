package io.claviger.internal.manager;

import io.claviger.AccessRefusedException;
import io.claviger.Actor;
import io.claviger.ConfigurationException;
import io.claviger.Operation;
import io.claviger.Reason;
import io.claviger.ScriptOrigin;
import io.claviger.UnresolvedException;
import io.claviger.event.VaultEvent;
import io.claviger.event.VaultEvent.Outcome;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.text.SafeText;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** One management call: announced to a required audit before anything is done, and told of when it has ended. */
final class ManagedCall {

    private final ManagerCore core;
    private final long number;
    private final Operation operation;
    private final Subject subject;

    ManagedCall(ManagerCore core, Operation operation, Subject subject) {
        this.core = core;
        this.number = core.nextCall();
        this.operation = operation;
        this.subject = subject;
    }

    void announce() {
        try {
            core.audit().requested(operation, managed(Outcome.REQUESTED), managed(Outcome.FAILED));
        } catch (ConfigurationException refused) {
            managed(Outcome.FAILED).forEach(core.events()::publish);
            throw refused;
        }
    }

    void done() {
        core.recheck();
        ended(VaultEvent.Type.MANAGEMENT, Outcome.DONE, null);
    }

    /** Tells that somebody was sent to a sign-in page. */
    void begun() {
        ended(VaultEvent.Type.SIGN_IN_BEGUN, Outcome.DONE, null);
    }

    /** Tells of a refusal that is not for want of rights. */
    void refused(Reason reason) {
        ended(VaultEvent.Type.MANAGEMENT, Outcome.REFUSED, reason);
    }

    /** Tells of a failure, and returns what the caller is to be thrown. */
    RuntimeException failed(Throwable thrown) {
        if (thrown instanceof CompletionException && thrown.getCause() != null) {
            return failed(thrown.getCause());
        }
        boolean refused = thrown instanceof AccessRefusedException;
        if (!refused) {
            // some failures come after a change: a disconnect that could not be kept
            core.recheck();
        }
        if (thrown instanceof FailureException e) {
            ended(VaultEvent.Type.MANAGEMENT, Outcome.FAILED, e.failure().reason());
            return new UnresolvedException(List.of(e.failure().resolution(subject.label(), null)));
        }
        ended(VaultEvent.Type.MANAGEMENT, refused ? Outcome.REFUSED : Outcome.FAILED, null);
        return thrown instanceof RuntimeException unchecked ? unchecked : new IllegalStateException();
    }

    private void ended(VaultEvent.Type type, Outcome outcome, @Nullable Reason reason) {
        List<VaultEvent> events = events(type, outcome, reason);
        core.audit().ended(events);
        events.forEach(core.events()::publish);
    }

    private List<VaultEvent> managed(Outcome outcome) {
        return events(VaultEvent.Type.MANAGEMENT, outcome, null);
    }

    private List<VaultEvent> events(VaultEvent.Type type, Outcome outcome, @Nullable Reason reason) {
        return subject.names().isEmpty()
                ? List.of(event(type, outcome, reason, null))
                : subject.names().stream()
                        .map(name -> event(type, outcome, reason, SafeText.bounded(name)))
                        .toList();
    }

    private VaultEvent event(VaultEvent.Type type, Outcome outcome, @Nullable Reason reason, @Nullable String name) {
        String alias = subject.alias();
        return core.events()
                .event(type, outcome)
                .call(number)
                .operation(operation)
                .actor(subject.actor())
                .alias(alias == null ? null : SafeText.bounded(alias))
                .name(name)
                .script(subject.script())
                .reason(reason)
                .build();
    }

    /**
     * Who asks for it, and what it is about.
     *
     * @param actor who asks; {@code null} for the host itself
     * @param script the script that asks, or that is decided about
     * @param alias the integration concerned
     * @param names the secret names concerned, each of which is told of
     */
    record Subject(
            @Nullable Actor actor,
            @Nullable ScriptOrigin script,
            @Nullable String alias,
            List<String> names) {

        Subject {
            names = List.copyOf(names);
        }

        String label() {
            return SafeText.of(names.isEmpty() ? String.valueOf(alias) : names.get(0));
        }
    }
}
