package io.claviger.internal.manager;

import io.claviger.Actor;
import io.claviger.ConfigurationException;
import io.claviger.Link;
import io.claviger.Operation;
import io.claviger.Reason;
import io.claviger.SecretReference;
import io.claviger.SecretValue;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.integration.Connection;
import io.claviger.internal.integration.Integration;
import io.claviger.internal.link.LinkBinding;
import io.claviger.internal.text.SafeText;
import io.claviger.spi.Call;
import io.claviger.spi.Location;
import io.claviger.spi.Locator;
import io.claviger.spi.Session;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Storing values in vaults that can be written, under the rights of the host or one actor (S6). */
final class ValueAdmin {

    private final ManagerCore core;
    private final @Nullable Actor actor;
    private final Management management;

    ValueAdmin(ManagerCore core, @Nullable Actor actor) {
        this(core, actor, new Management(core, actor));
    }

    ValueAdmin(ManagerCore core, @Nullable Actor actor, Management management) {
        this.core = core;
        this.actor = actor;
        this.management = management;
    }

    void set(String name, SecretValue value) {
        change(name, storing(value));
    }

    void unset(String name) {
        change(name, Session::erase);
    }

    /** Starts storing a value; what is wrong with the request is thrown at once, what fails later fails the future. */
    CompletableFuture<Boolean> startSet(String name, SecretValue value) {
        return startChange(name, storing(value));
    }

    /** Starts removing a value, in the same way. */
    CompletableFuture<Boolean> startUnset(String name) {
        return startChange(name, Session::erase);
    }

    private static Change storing(SecretValue value) {
        return (session, locator, call) -> session.write(locator, value, call);
    }

    private void change(String name, Change change) {
        management.onName(
                Operation.WRITE_VALUE, name, () -> core.calls().waiter().await(begin(name, change), core.timeout()));
    }

    private CompletableFuture<Boolean> startChange(String name, Change change) {
        return management.startOnName(Operation.WRITE_VALUE, name, () -> begin(name, change));
    }

    private CompletableFuture<Boolean> begin(String name, Change change) {
        Link link = linked(name);
        SecretReference reference = link.reference();
        Integration integration = core.integrations().find(reference.alias()).orElse(null);
        core.gate().check(actor, Operation.WRITE_VALUE, integration);
        checkEnabled(link);
        Connection connection = writable(integration, name);
        Locator locator = wholeSecret(connection.locate(reference), name);
        Objects.requireNonNull(integration).checkScope(locator);
        CompletableFuture<Boolean> written = connection
                .channel(actor)
                .reads()
                .withSession(core.timeout(), (session, call) -> {
                    change.apply(session, locator, call);
                    return Boolean.TRUE;
                });
        // a write that failed or came late may have taken place all the same
        return core.calls()
                .waiter()
                .bounded(written, core.timeout())
                .whenComplete((done, thrown) -> ResetTarget.drop(core, reference));
    }

    private Link linked(String name) {
        LinkBinding binding = core.links().now().find(name, actor, null);
        if (binding == null) {
            core.gate().check(actor, Operation.WRITE_VALUE, null);
            throw new FailureException(Failure.of(Reason.NOT_LINKED, ""));
        }
        return binding.link();
    }

    private static void checkEnabled(Link link) {
        if (!link.enabled()) {
            throw new FailureException(Failure.of(Reason.LINK_DISABLED, ""));
        }
    }

    private static Connection writable(@Nullable Integration integration, String name) {
        Connection connection = integration == null ? null : integration.connection();
        if (integration == null || connection == null) {
            throw new FailureException(Failure.of(Reason.DISCONNECTED, ""));
        }
        if (!integration.provider().descriptor().writable()) {
            throw new ConfigurationException("The name " + SafeText.of(name) + " is linked to "
                    + integration.provider().descriptor().title()
                    + ", which is read-only here. Change the value in the vault itself.");
        }
        return connection;
    }

    private static Locator wholeSecret(Location location, String name) {
        if (location.field().isPresent()) {
            throw new ConfigurationException(
                    "The name " + SafeText.of(name)
                            + " is linked to a field of a secret. Only whole secrets can be stored: link a name without #field.");
        }
        return location.locator();
    }

    /** What is done to a secret. */
    @FunctionalInterface
    private interface Change {
        void apply(Session session, Locator locator, Call call);
    }
}
