package io.claviger.internal.integration;

import io.claviger.Actor;
import io.claviger.ConfigurationException;
import io.claviger.CredentialSource;
import io.claviger.internal.call.BoundedCalls;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Logs in with new credentials, and puts the new session in the place of the former one. A login that fails, or whose
 * session is not wanted after all, changes nothing.
 */
final class LoggingIn {

    private final IntegrationTable table;
    private final ConnectionFactory connections;
    private final Disconnecting disconnecting;
    private final BoundedCalls calls;

    LoggingIn(IntegrationTable table, ConnectionFactory connections, Disconnecting disconnecting, BoundedCalls calls) {
        this.table = table;
        this.connections = connections;
        this.disconnecting = disconnecting;
        this.calls = calls;
    }

    Integration reauthenticate(String alias, CredentialSource source, Duration timeout) {
        Integration before = table.require(alias);
        Connection former = IntegrationTable.connected(before);
        if (!former.shared()) {
            throw IntegrationTable.changedMeanwhile(alias);
        }
        Connection next = connections.succeed(before, former, source);
        // stays open until a session that is not wanted after all is revoked
        former.client().enter();
        try {
            logIn(next.channel(null), timeout);
            checkSameIdentity(former.channel(null), next.channel(null));
            Integration after = before.connected(next);
            table.replace(alias, before, after);
            disconnecting.await(former.retireKeepingClient(timeout), timeout);
            return after;
        } catch (RuntimeException e) {
            disconnecting.await(next.retireKeepingClient(timeout), timeout);
            throw e;
        } finally {
            former.client().exit();
        }
    }

    Integration signIn(String alias, CredentialSource source, @Nullable Actor actor, Duration timeout) {
        Integration integration = table.require(alias);
        Connection connection = IntegrationTable.connected(integration);
        if (connection.shared()) {
            throw IntegrationTable.changedMeanwhile(alias);
        }
        // stays open until a session that is not wanted after all is revoked
        connection.client().enter();
        Channel former = connection.channels().find(actor).orElse(null);
        Channel next = connections.personal(integration, connection, source, actor);
        try {
            logIn(next, timeout);
            if (former != null) {
                checkSameIdentity(former, next);
            }
            if (!connection.channels().replace(actor, former, next)) {
                throw IntegrationTable.changedMeanwhile(alias);
            }
        } catch (RuntimeException e) {
            disconnecting.await(next.retire(timeout), timeout);
            throw e;
        } finally {
            connection.client().exit();
        }
        if (former != null) {
            disconnecting.await(former.retire(timeout), timeout);
        }
        return integration;
    }

    private void logIn(Channel channel, Duration timeout) {
        var unused = calls.waiter().await(channel.keeper().session(timeout), timeout);
    }

    private static void checkSameIdentity(Channel former, Channel next) {
        Optional<String> was = former.keeper().identity();
        Optional<String> is = next.keeper().identity();
        if (was.isPresent() && is.isPresent() && !was.equals(is)) {
            throw new ConfigurationException("The new credentials are another identity's than the session before."
                    + " Use credentials of the same one, or disconnect and connect again.");
        }
    }
}
