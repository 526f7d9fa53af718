package io.claviger.internal.manager;

import io.claviger.Actor;
import io.claviger.ConfigurationException;
import io.claviger.Link;
import io.claviger.Operation;
import io.claviger.SecretReference;
import io.claviger.internal.integration.Connection;
import io.claviger.internal.integration.Integration;
import io.claviger.internal.link.LinkTable.Change;
import io.claviger.internal.link.SecretNames;
import io.claviger.internal.text.SafeText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Links under the rights of the host or one actor. */
final class LinkAdmin {

    private final ManagerCore core;
    private final @Nullable Actor actor;
    private final Management management;
    private final Rights rights;

    LinkAdmin(ManagerCore core, @Nullable Actor actor) {
        this.core = core;
        this.actor = actor;
        this.management = new Management(core, actor);
        this.rights = new Rights(core, actor);
    }

    Link link(String name, SecretReference reference) {
        return change(name, () -> {
            SecretNames.check(name);
            checkTarget(reference);
            return core.links()
                    .add(name, reference)
                    .orElseThrow(() -> new ConfigurationException("The name " + SafeText.of(name)
                            + " is linked already. Relink it, or choose another name."));
        });
    }

    Link relink(String name, SecretReference reference) {
        return change(name, () -> {
            checkTarget(reference);
            Change change = update(name, link -> new Link(name, reference, link.enabled()));
            drop(change.before());
            drop(change.after());
            return after(change);
        });
    }

    boolean unlink(String name) {
        return change(name, () -> {
            Optional<Link> removed = core.links().remove(name);
            removed.ifPresent(this::drop);
            return removed.isPresent();
        });
    }

    Link setEnabled(String name, boolean enabled) {
        return change(name, () -> after(update(name, link -> new Link(name, link.reference(), enabled))));
    }

    List<Link> list() {
        core.checkOpen();
        rights.checkInspect();
        return core.links().links();
    }

    private <T> T change(String name, Supplier<T> work) {
        return management.onName(Operation.CHANGE_LINKS, name, () -> {
            core.gate().check(actor, Operation.CHANGE_LINKS, null);
            return work.get();
        });
    }

    private Change update(String name, UnaryOperator<Link> update) {
        return core.links()
                .update(name, update)
                .orElseThrow(() -> new ConfigurationException(
                        "The name " + SafeText.of(name) + " is not linked. Link it, or correct its spelling."));
    }

    private static Link after(Change change) {
        return Objects.requireNonNull(change.after());
    }

    // the integration may be disconnected: then nobody can say yet whether the reference fits its vault
    private void checkTarget(SecretReference reference) {
        Integration integration = core.integrations().require(reference.alias());
        core.gate().check(actor, Operation.RESOLVE_NAME, integration);
        Connection connection = integration.connection();
        if (connection != null) {
            connection.locate(reference);
        }
    }

    // what was fetched before a change of the link is not served after it (C5)
    private void drop(@Nullable Link link) {
        if (link != null) {
            ResetTarget.drop(core, link.reference());
        }
    }
}
