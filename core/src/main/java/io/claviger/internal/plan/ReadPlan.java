package io.claviger.internal.plan;

import io.claviger.ConfigurationException;
import io.claviger.Reason;
import io.claviger.SecretReference;
import io.claviger.SecretSnapshot;
import io.claviger.SecretValue;
import io.claviger.internal.cache.Cell;
import io.claviger.internal.cache.Entry;
import io.claviger.internal.cache.Fetched;
import io.claviger.internal.cache.Selection;
import io.claviger.internal.call.Waiter;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.failure.Failures;
import io.claviger.internal.integration.Connection;
import io.claviger.internal.integration.Integration;
import io.claviger.internal.integration.Integrations;
import io.claviger.internal.link.Binding;
import io.claviger.spi.Call;
import io.claviger.spi.Location;
import io.claviger.spi.Locator;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The reads of one call of a resolver: each secret is fetched once, however many of its fields are asked for, so that
 * they all come from one snapshot (C10). Fetches run side by side, under one deadline.
 *
 * <p>Used by one thread.
 */
public final class ReadPlan {

    private final Integrations integrations;
    private final Waiter waiter;
    private final Call call;
    private final Duration usualTimeout;
    private final Map<Secret, CompletableFuture<Fetched>> fetches = new HashMap<>();
    // one generation of each integration for the whole plan, unless it turns out void
    private final Map<String, Connection> connections = new HashMap<>();

    /**
     * Creates an empty plan.
     *
     * @param integrations where secrets are
     * @param waiter waits for fetches
     * @param call the deadline of all
     * @param usualTimeout how long a read may take at least: others may come to wait for it who are more patient
     */
    public ReadPlan(Integrations integrations, Waiter waiter, Call call, Duration usualTimeout) {
        this.integrations = integrations;
        this.waiter = waiter;
        this.call = call;
        this.usualTimeout = usualTimeout;
    }

    /**
     * Starts to fetch the secret of a binding, unless that was started already. What is wrong with the binding is
     * reported by {@link #outcome}.
     *
     * @param binding whose value will be asked for
     */
    public void start(Binding binding) {
        try {
            var unused = fetch(secret(binding.reference()));
        } catch (FailureException e) {
            // outcome() comes to the same failure
            return;
        }
    }

    /**
     * Returns what becomes of a binding, after waiting for its secret.
     *
     * @param binding whose value is asked for
     * @return its value, or why there is none
     */
    public Outcome outcome(Binding binding) {
        try {
            while (true) {
                Secret secret = secret(binding.reference());
                Fetched fetched = waiter.await(fetch(secret), call.remaining());
                SecretSnapshot snapshot = fetched.snapshot();
                if (snapshot != null) {
                    return select(binding, secret, snapshot, fetched.entry());
                }
                // a reset or disconnect overtook the fetch: what it brought is void
                fetches.remove(secret);
                connections.remove(binding.reference().alias());
            }
        } catch (FailureException e) {
            return Outcome.failed(e.failure());
        }
    }

    private static Outcome select(Binding binding, Secret secret, SecretSnapshot snapshot, @Nullable Entry entry) {
        Cell cell = entry == null ? null : entry.cell(secret.field());
        if (cell != null) {
            binding.remember(cell);
        }
        Optional<SecretValue> value = Selection.of(snapshot, secret.field());
        return value.isPresent()
                ? new Outcome(snapshot, value.get(), null)
                : new Outcome(snapshot, null, Failure.of(Reason.FIELD_NOT_FOUND, missing(secret.field(), snapshot)));
    }

    private static String missing(Optional<String> field, SecretSnapshot snapshot) {
        if (field.isPresent()) {
            return snapshot.fieldNames().isEmpty()
                    ? "The secret has no fields: it is not a JSON object."
                    : "The secret does not have this field.";
        }
        return snapshot.fieldNames().isEmpty()
                ? "The secret has no fields."
                : "The secret has several fields: add #field to the reference.";
    }

    private CompletableFuture<Fetched> fetch(Secret secret) {
        return fetches.computeIfAbsent(
                secret, key -> key.connection().fetch(key.location().locator(), loadTimeout()));
    }

    private Duration loadTimeout() {
        Duration remaining = call.remaining();
        if (remaining.isZero()) {
            throw new FailureException(Failure.of(Reason.UNREACHABLE, "The deadline passed."));
        }
        return remaining.compareTo(usualTimeout) < 0 ? usualTimeout : remaining;
    }

    private Secret secret(SecretReference reference) {
        Connection connection = connections.computeIfAbsent(reference.alias(), alias -> connection(reference));
        return new Secret(connection, located(connection, reference));
    }

    private Connection connection(SecretReference reference) {
        Integration integration = integrations
                .find(reference.alias())
                .orElseThrow(() -> new FailureException(
                        Failure.of(Reason.DISCONNECTED, "No integration has the alias " + reference.alias() + ".")));
        Connection connection = integration.connection();
        if (connection == null) {
            throw new FailureException(
                    Failure.of(Reason.DISCONNECTED, "The integration " + reference.alias() + " is disconnected."));
        }
        return connection;
    }

    private static Location located(Connection connection, SecretReference reference) {
        try {
            return connection.locate(reference);
        } catch (ConfigurationException e) {
            throw new FailureException(Failures.of(e));
        }
    }

    /** One secret of one generation of one integration, and what is selected in it. */
    private static final class Secret {
        private final Connection connection;
        private final Location location;

        Secret(Connection connection, Location location) {
            this.connection = connection;
            this.location = location;
        }

        Connection connection() {
            return connection;
        }

        Location location() {
            return location;
        }

        Optional<String> field() {
            return location.field();
        }

        // the field does not count: all fields of a secret come from one fetch

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Secret that
                    && connection == that.connection
                    && locator().equals(that.locator());
        }

        @Override
        public int hashCode() {
            return locator().hashCode();
        }

        private Locator locator() {
            return location.locator();
        }
    }
}
