package io.claviger.internal.manager;

import io.claviger.AccessRefusedException;
import io.claviger.Actor;
import io.claviger.Operation;
import io.claviger.Reason;
import io.claviger.UnresolvedException;
import io.claviger.event.VaultEvent;
import io.claviger.event.VaultEvent.Outcome;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.text.SafeText;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs management operations: each is an event, done, failed or refused, and what fails in it becomes an exception for
 * hosts.
 */
final class Management {

    private final ManagerCore core;
    private final @Nullable Actor actor;

    Management(ManagerCore core, @Nullable Actor actor) {
        this.core = core;
        this.actor = actor;
    }

    /** Runs an operation on an integration, or on all if none is named; the work checks the actor's rights itself. */
    <T> T onAlias(Operation operation, @Nullable String alias, Supplier<T> work) {
        return run(operation, alias, Collections.singletonList(null), work);
    }

    /**
     * Runs the beginning of an operation whose success is told of in another way; the work checks the actor's rights itself.
     */
    <T> T beginOnAlias(Operation operation, String alias, Supplier<T> work) {
        return run(operation, alias, Collections.singletonList(null), work, false);
    }

    /** Runs an operation that concerns another actor; the work checks the actor's rights itself. */
    <T> T onActor(Operation operation, Actor who, Supplier<T> work) {
        return run(operation, null, List.of(who.id()), work);
    }

    /** Runs an operation on a name; the work checks the actor's rights itself. */
    <T> T onName(Operation operation, String name, Supplier<T> work) {
        return run(operation, null, List.of(name), work);
    }

    /** Runs an operation on several names at once, each of which is told of; the work checks the actor's rights itself. */
    <T> T onNames(Operation operation, List<String> names, Supplier<T> work) {
        return run(operation, null, names, work);
    }

    private <T> T run(Operation operation, @Nullable String alias, List<@Nullable String> names, Supplier<T> work) {
        return run(operation, alias, names, work, true);
    }

    private <T> T run(
            Operation operation,
            @Nullable String alias,
            List<@Nullable String> names,
            Supplier<T> work,
            boolean successIsTold) {
        core.checkOpen();
        try {
            T result = work.get();
            core.recheck();
            if (successIsTold) {
                names.forEach(name -> publish(operation, alias, name, Outcome.DONE, null));
            }
            return result;
        } catch (AccessRefusedException e) {
            names.forEach(name -> publish(operation, alias, name, Outcome.REFUSED, null));
            throw e;
        } catch (FailureException e) {
            names.forEach(name ->
                    publish(operation, alias, name, Outcome.FAILED, e.failure().reason()));
            String name = names.get(0);
            String subject = SafeText.of(name == null ? String.valueOf(alias) : name);
            throw new UnresolvedException(List.of(e.failure().resolution(subject, null)));
        } catch (RuntimeException e) {
            names.forEach(name -> publish(operation, alias, name, Outcome.FAILED, null));
            throw e;
        }
    }

    private void publish(
            Operation operation,
            @Nullable String alias,
            @Nullable String name,
            Outcome outcome,
            @Nullable Reason reason) {
        core.events()
                .publish(core.events()
                        .event(VaultEvent.Type.MANAGEMENT, outcome)
                        .operation(operation)
                        .actor(actor)
                        .alias(alias)
                        .name(name)
                        .reason(reason));
    }
}
