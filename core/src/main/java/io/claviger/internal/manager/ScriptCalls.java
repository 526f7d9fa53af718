package io.claviger.internal.manager;

import io.claviger.Actor;
import io.claviger.Operation;
import io.claviger.ScriptOrigin;
import io.claviger.ScriptVault;
import io.claviger.SecretResolver;
import io.claviger.SecretValue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The calls of one run of a script: first the gate, then what the host or the actor could do themselves. */
final class ScriptCalls implements ScriptVault {

    private final ManagerCore core;
    private final ScriptGate gate;
    private final ScriptUse use;
    private final SecretResolver resolver;
    private final ValueAdmin values;

    ScriptCalls(ManagerCore core, @Nullable Actor actor, ScriptOrigin origin) {
        this.core = core;
        this.gate = new ScriptGate(core, actor, origin);
        this.use = new ScriptUse(core.events(), actor, origin);
        this.resolver = core.resolverFor(actor);
        this.values = new ValueAdmin(core, actor, new Management(core, actor, origin));
    }

    @Override
    public CompletableFuture<SecretValue> get(String name) {
        return ScriptUse.given(gate.opened()
                .thenCompose(open -> resolver.resolveAsync(name))
                .thenApply(gate::handOver)
                .whenComplete((value, thrown) -> use.ended(Operation.RESOLVE_NAME, name, thrown)));
    }

    @Override
    public CompletableFuture<Void> set(String name, SecretValue value) {
        return change(name, () -> values.startSet(name, value));
    }

    @Override
    public CompletableFuture<Void> unset(String name) {
        return change(name, () -> values.startUnset(name));
    }

    // one that passes the gate is a management call, which tells of itself
    private CompletableFuture<Void> change(String name, Supplier<CompletableFuture<Boolean>> start) {
        return ScriptUse.given(gate.opened()
                .whenComplete((open, thrown) -> {
                    if (thrown != null) {
                        use.ended(Operation.WRITE_VALUE, name, thrown);
                    }
                })
                .thenComposeAsync(open -> start.get(), core.calls()::execute)
                .thenApply(changed -> null));
    }
}
