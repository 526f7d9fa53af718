package io.claviger.internal.manager;

import io.claviger.Actor;
import io.claviger.ConfigurationException;
import io.claviger.Operation;
import io.claviger.ScriptAccess;
import io.claviger.ScriptGrant;
import io.claviger.ScriptOrigin;
import io.claviger.ScriptVault;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Script access of the host or one actor. */
final class ScriptAdmin implements ScriptAccess {

    private final ManagerCore core;
    private final @Nullable Actor actor;
    private final Rights rights;

    ScriptAdmin(ManagerCore core, @Nullable Actor actor) {
        this.core = core;
        this.actor = actor;
        this.rights = new Rights(core, actor);
    }

    @Override
    public ScriptVault forScript(ScriptOrigin origin) {
        core.checkOpen();
        return new ScriptCalls(core, actor, origin);
    }

    @Override
    public void allow(ScriptOrigin origin) {
        manage(Operation.ALLOW_SCRIPTS, origin, () -> {
            if (!core.prompts().on()) {
                throw new ConfigurationException(
                        "Script access is off. Turn it on by IntegrationManagerBuilder.scripts(prompt).");
            }
            return core.scripts().decide(actor, origin, true);
        });
    }

    @Override
    public void deny(ScriptOrigin origin) {
        manage(Operation.DENY_SCRIPTS, origin, () -> core.scripts().decide(actor, origin, false));
    }

    @Override
    public void reset(ScriptOrigin origin) {
        manage(Operation.RESET_SCRIPTS, origin, () -> core.scripts().reset(actor, origin));
    }

    @Override
    public void resetAll() {
        manage(Operation.RESET_SCRIPTS, null, () -> core.scripts().resetAll(actor));
    }

    // those who wait for an answer get it once the decision is recorded
    private void manage(Operation operation, @Nullable ScriptOrigin origin, Supplier<Runnable> change) {
        Runnable answers = new Management(core, actor, origin).onScripts(operation, () -> {
            core.gate().check(actor, operation, null);
            return change.get();
        });
        answers.run();
    }

    @Override
    public List<ScriptGrant> grants() {
        core.checkOpen();
        rights.checkInspect();
        return core.scripts().grants(actor);
    }
}
