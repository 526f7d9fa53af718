package io.claviger.internal.manager;

import io.claviger.Actor;
import io.claviger.Operation;
import io.claviger.ScriptOrigin;
import io.claviger.internal.manager.ManagedCall.Subject;
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
        return run(new ManagedCall(core, operation, new Subject(actor, script, alias, null)), work);
    }

    /** Runs an operation on a name; the work checks the actor's rights itself. */
    <T> T onName(Operation operation, String name, Supplier<T> work) {
        return run(new ManagedCall(core, operation, new Subject(actor, script, null, name)), work);
    }

    /** Runs an operation that concerns neither. */
    <T> T onScripts(Operation operation, Supplier<T> work) {
        return run(new ManagedCall(core, operation, new Subject(actor, script, null, null)), work);
    }

    /** Starts an operation on a name, which ends when the future does that the work gives. */
    <T> CompletableFuture<T> startOnName(Operation operation, String name, Supplier<CompletableFuture<T>> work) {
        ManagedCall call = new ManagedCall(core, operation, new Subject(actor, script, null, name));
        return begin(call, work).handle((result, thrown) -> {
            if (thrown != null) {
                throw call.failed(thrown);
            }
            call.done();
            return result;
        });
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
