package io.claviger.internal.integration;

import io.claviger.ConfigurationException;
import io.claviger.IntegrationSetup;
import io.claviger.Setup;
import io.claviger.internal.setup.SetupJournal;
import io.claviger.internal.setup.Setups;
import io.claviger.internal.text.SafeText;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which integrations there are. Each is replaced as a whole, only if nobody else has replaced it meanwhile, and only once
 * the change is kept. To disconnect one waits for nothing.
 */
final class IntegrationTable {

    private final ConcurrentHashMap<String, Integration> byAlias = new ConcurrentHashMap<>();
    private final SetupJournal journal;

    IntegrationTable(SetupJournal journal) {
        this.journal = journal;
    }

    Optional<Integration> find(String alias) {
        return Optional.ofNullable(byAlias.get(alias));
    }

    /** The integration that a permission was given for: it is what the caller has to replace. */
    Integration require(String alias, Permission permission) {
        Integration now = byAlias.get(alias);
        permission.check(now);
        if (now == null) {
            throw new ConfigurationException("There is no integration with the alias " + SafeText.of(alias)
                    + ". Connect it, or correct the alias.");
        }
        return now;
    }

    Collection<Integration> all() {
        return List.copyOf(byAlias.values());
    }

    /** Whether nobody has replaced an integration since. */
    boolean isCurrent(Integration known) {
        return known.equals(byAlias.get(known.alias()));
    }

    static Connection connected(Integration integration) {
        Connection connection = integration.connection();
        if (connection == null) {
            throw new ConfigurationException(
                    "The integration " + integration.alias() + " is disconnected. Connect it again.");
        }
        return connection;
    }

    static ConfigurationException changedMeanwhile(String alias) {
        return new ConfigurationException("The integration " + alias
                + " was changed by somebody else at the same time. Look at it and try again.");
    }

    /** Puts one in its place that is kept already. */
    void put(Integration integration) {
        byAlias.put(integration.alias(), integration);
    }

    /** Keeps a change and makes it known, unless somebody else has changed the integration meanwhile. */
    void replace(String alias, @Nullable Integration before, Integration after) {
        if (!replaced(alias, before, after)) {
            throw changedMeanwhile(alias);
        }
    }

    /** Keeps a change and makes it known, whatever else is changed at the same time, as long as it is permitted. */
    Integration update(String alias, Permission permission, UnaryOperator<Integration> change) {
        while (true) {
            Integration before = require(alias, permission);
            Integration after = change.apply(before);
            if (replaced(alias, before, after)) {
                return after;
            }
        }
    }

    private boolean replaced(String alias, @Nullable Integration before, Integration after) {
        return journal.exclusively(() -> {
            if (!Objects.equals(byAlias.get(alias), before)) {
                return false;
            }
            keep(before, after);
            // somebody may still have disconnected it meanwhile, which waits for nobody
            return swap(alias, before, after);
        });
    }

    // a new session is no change of the setup, and does not wait for a store that is out of order
    private void keep(@Nullable Integration before, Integration after) {
        if (before == null || !before.setup().equals(after.setup())) {
            journal.keep(setup -> Setups.with(setup, stored(setup, before, after)));
        }
    }

    private static IntegrationSetup stored(Setup kept, @Nullable Integration before, Integration after) {
        boolean untouched = before != null && before.connection() == null && after.connection() == null;
        return Setups.find(kept, after.alias())
                .filter(former -> untouched)
                .map(former -> Setups.connectedAs(after.setup(), former))
                .orElseGet(after::setup);
    }

    private boolean swap(String alias, @Nullable Integration now, @Nullable Integration after) {
        if (now == null) {
            return after == null || byAlias.putIfAbsent(alias, after) == null;
        }
        return after == null ? byAlias.remove(alias, now) : byAlias.replace(alias, now, after);
    }

    /** Takes the connection away from an integration, at once. */
    Optional<Connection> disconnect(String alias, Permission permission) {
        while (true) {
            Integration before = require(alias, permission);
            if (before.connection() == null || disconnected(before)) {
                return Optional.ofNullable(before.connection());
            }
        }
    }

    /** Takes the connection away from an integration, if it is still as it was. */
    boolean disconnected(Integration before) {
        return byAlias.replace(before.alias(), before, before.disconnected());
    }

    /** Notes how an integration is now, to be kept when the journal catches up. */
    void note(String alias) {
        journal.exclusively(() -> {
            find(alias).ifPresent(now -> journal.note(setup -> Setups.with(setup, now.setup())));
            return Boolean.TRUE;
        });
    }

    /** Makes one step of an import known, which has been kept, and returns what is connected no longer. */
    @Nullable
    Connection publish(ImportStep step) {
        while (true) {
            Integration now = byAlias.get(step.alias());
            Integration after = step.after(now);
            // somebody may disconnect it at the same time
            if (swap(step.alias(), now, after)) {
                if (after != null && after.connection() != null) {
                    after.connection().dropValues();
                    return null;
                }
                return now == null ? null : now.connection();
            }
        }
    }
}
