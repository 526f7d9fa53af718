package io.claviger.internal.manager;

import io.claviger.Actor;
import io.claviger.Operation;
import io.claviger.Reason;
import io.claviger.ScriptOrigin;
import io.claviger.internal.manager.ManagedCall.Subject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs management operations: each is recorded beforehand if the host requires audit, is an event, done, failed or refused,
 * and what fails in it becomes an exception for hosts.
 */
final class Management {

    private final ManagerCore core;
    private final @Nullable Actor actor;
    private final @Nullable ScriptOrigin script;

    Management(ManagerCore core, @Nullable Actor actor) {
        this(core, actor, null);
    }

    /** Runs what a script asks for, or what is decided about scripts. */
    Management(ManagerCore core, @Nullable Actor actor, @Nullable ScriptOrigin script) {
        this.core = core;
        this.actor = actor;
        this.script = script;
    }

    /** Runs an operation on an integration, or on all if none is named; the work checks the actor's rights itself. */
    <T> T onAlias(Operation operation, @Nullable String alias, Supplier<T> work) {
        return run(call(operation, alias, List.of()), work);
    }

    /**
     * Sends somebody to a sign-in page: the beginning of an operation, told of as such; the work checks the actor's rights
     * itself.
     */
    <T> T beginSignIn(Operation operation, String alias, Supplier<T> work) {
        ManagedCall call = call(operation, alias, List.of());
        T result = begin(call, work);
        call.begun();
        return result;
    }

    /** Tells of a request that is refused whatever the actor's rights are. */
    void refused(Operation operation, Reason reason) {
        ManagedCall call = call(operation, null, List.of());
        call.announce();
        call.refused(reason);
    }

    /** Runs an operation that concerns another actor; the work checks the actor's rights itself. */
    <T> T onActor(Operation operation, Actor who, Supplier<T> work) {
        return run(call(operation, null, List.of(who.id())), work);
    }

    /** Runs an operation on a name; the work checks the actor's rights itself. */
    <T> T onName(Operation operation, String name, Supplier<T> work) {
        return onNames(operation, List.of(name), work);
    }

    /** Runs an operation on several names at once, each of which is told of; the work checks the actor's rights itself. */
    <T> T onNames(Operation operation, List<String> names, Supplier<T> work) {
        return run(call(operation, null, names), work);
    }

    /** Runs an operation that concerns neither. */
    <T> T onScripts(Operation operation, Supplier<T> work) {
        return run(call(operation, null, List.of()), work);
    }

    /** Starts an operation on a name, which ends when the future does that the work gives. */
    <T> CompletableFuture<T> startOnName(Operation operation, String name, Supplier<CompletableFuture<T>> work) {
        ManagedCall call = call(operation, null, List.of(name));
        return begin(call, work).handle((result, thrown) -> {
            if (thrown != null) {
                throw call.failed(thrown);
            }
            call.done();
            return result;
        });
    }

    private ManagedCall call(Operation operation, @Nullable String alias, List<String> names) {
        return new ManagedCall(core, operation, new Subject(actor, script, alias, names));
    }

    private <T> T run(ManagedCall call, Supplier<T> work) {
        T result = begin(call, work);
        call.done();
        return result;
    }

    private <T> T begin(ManagedCall call, Supplier<T> work) {
        core.checkOpen();
        call.announce();
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw call.failed(e);
        } catch (Error e) {
            var unused = call.failed(e);
            throw e;
        }
    }
}
