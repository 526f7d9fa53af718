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
            core.audit().requested(operation, events(Outcome.REQUESTED, null), events(Outcome.FAILED, null));
        } catch (ConfigurationException refused) {
            events(Outcome.FAILED, null).forEach(core.events()::publish);
            throw refused;
        }
    }

    void done() {
        // what was changed may be watched: links, integrations, cached values
        core.watches().recheck();
        ended(Outcome.DONE, null);
    }

    /** Tells of a failure, and returns what the caller is to be thrown. */
    RuntimeException failed(Throwable thrown) {
        if (thrown instanceof CompletionException && thrown.getCause() != null) {
            return failed(thrown.getCause());
        }
        if (thrown instanceof FailureException e) {
            ended(Outcome.FAILED, e.failure().reason());
            return new UnresolvedException(List.of(e.failure().resolution(subject.label(), null)));
        }
        ended(thrown instanceof AccessRefusedException ? Outcome.REFUSED : Outcome.FAILED, null);
        return thrown instanceof RuntimeException unchecked ? unchecked : new IllegalStateException();
    }

    private void ended(Outcome outcome, @Nullable Reason reason) {
        List<VaultEvent> events = events(outcome, reason);
        core.audit().ended(events);
        events.forEach(core.events()::publish);
    }

    private List<VaultEvent> events(Outcome outcome, @Nullable Reason reason) {
        return subject.names().isEmpty()
                ? List.of(event(outcome, reason, null))
                : subject.names().stream()
                        .map(name -> event(outcome, reason, SafeText.bounded(name)))
                        .toList();
    }

    private VaultEvent event(Outcome outcome, @Nullable Reason reason, @Nullable String name) {
        String alias = subject.alias();
        return core.events()
                .event(VaultEvent.Type.MANAGEMENT, outcome)
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
