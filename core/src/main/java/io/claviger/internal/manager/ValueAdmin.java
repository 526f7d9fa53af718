package io.claviger.internal.manager;

import io.claviger.Actor;
import io.claviger.ConfigurationException;
import io.claviger.Link;
import io.claviger.LinkId;
import io.claviger.Operation;
import io.claviger.Reason;
import io.claviger.SecretReference;
import io.claviger.SecretValue;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.integration.Connection;
import io.claviger.internal.integration.Integration;
import io.claviger.internal.link.LinkBinding;
import io.claviger.internal.link.Links;
import io.claviger.internal.plan.Reader;
import io.claviger.internal.text.SafeText;
import io.claviger.spi.Call;
import io.claviger.spi.Location;
import io.claviger.spi.Locator;
import io.claviger.spi.Session;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
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

    void set(LinkId id, SecretValue value) {
        change(id, storing(value));
    }

    void unset(String name) {
        change(name, Session::erase);
    }

    void unset(LinkId id) {
        change(id, Session::erase);
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
        change(name, () -> linked(name), change);
    }

    private void change(LinkId id, Change change) {
        change(id.name(), () -> linked(id), change);
    }

    private void change(String name, Supplier<Link> link, Change change) {
        management.onName(Operation.WRITE_VALUE, name, () -> core.calls()
                .waiter()
                .await(begin(link.get(), change), core.timeout()));
    }

    private CompletableFuture<Boolean> startChange(String name, Change change) {
        return management.startOnName(Operation.WRITE_VALUE, name, () -> begin(linked(name), change));
    }

    private CompletableFuture<Boolean> begin(Link link, Change change) {
        SecretReference reference = link.reference();
        Integration integration = core.integrations().find(reference.alias()).orElse(null);
        core.gate().check(actor, Operation.WRITE_VALUE, integration);
        checkEnabled(link);
        Connection connection = writable(integration, link.name());
        Locator locator = wholeSecret(connection.locate(reference), link.name());
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
        Links links = core.links().now();
        LinkBinding binding = links.find(name, actor, null);
        if (binding == null) {
            core.gate().check(actor, Operation.WRITE_VALUE, null);
            throw new FailureException(NotLinked.failure(links, name, Reader.of(actor)));
        }
        return binding.link();
    }

    private Link linked(LinkId id) {
        checkOthers(id);
        LinkBinding binding = core.links().now().find(id);
        if (binding == null) {
            core.gate().check(actor, Operation.WRITE_VALUE, null);
            throw new FailureException(
                    Failure.of(Reason.NOT_LINKED, "There is no link " + SafeText.of(id.toString()) + "."));
        }
        return binding.link();
    }

    // a name never means another's own link, so that only whoever may change that link may name it
    private void checkOthers(LinkId id) {
        if (actor != null && id.owner().actor().isPresent() && !id.owner().is(actor)) {
            core.gate().check(actor, Operation.CHANGE_OTHERS_LINKS, null);
        }
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
