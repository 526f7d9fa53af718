package io.claviger.internal.integration;

import io.claviger.Actor;
import io.claviger.ConfigurationException;
import io.claviger.CredentialSource;
import io.claviger.internal.call.BoundedCalls;
import io.claviger.internal.client.OpenClient;
import io.claviger.internal.session.Login;
import io.claviger.spi.PendingSignIn;
import io.claviger.spi.SignInRequest;
import java.time.Duration;
import java.util.Objects;
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

    Integration reauthenticate(String alias, Permission permission, CredentialSource source, Duration timeout) {
        Integration before = table.require(alias, permission);
        Connection former = IntegrationTable.connected(before);
        if (!former.shared()) {
            throw IntegrationTable.changedMeanwhile(alias);
        }
        return succeed(before, former, connections.succeed(before, former, source), () -> {}, timeout);
    }

    private Integration succeed(
            Integration before, Connection former, Connection next, Runnable lastCheck, Duration timeout) {
        // stays open until a session that is not wanted after all is revoked
        former.client().enter();
        try {
            logIn(next.channel(null), timeout);
            checkSameIdentity(former.channel(null), next.channel(null));
            lastCheck.run();
            Integration after = before.connected(next);
            table.replace(before.alias(), before, after);
            disconnecting.await(former.retireKeepingClient(timeout), timeout);
            return after;
        } catch (RuntimeException e) {
            disconnecting.await(next.retireKeepingClient(timeout), timeout);
            throw e;
        } finally {
            former.client().exit();
        }
    }

    Integration signIn(
            String alias, Permission permission, CredentialSource source, @Nullable Actor actor, Duration timeout) {
        Integration integration = table.require(alias, permission);
        Connection connection = IntegrationTable.connected(integration);
        if (connection.shared()) {
            throw IntegrationTable.changedMeanwhile(alias);
        }
        // the session joins others on a connection that may have changed hands during the login
        Runnable stillPermitted = () -> permission.check(table.find(alias).orElse(null));
        Login way = connections.login(integration, source);
        return signIn(integration, connection, way, actor, stillPermitted, timeout);
    }

    private Integration signIn(
            Integration integration,
            Connection connection,
            Login way,
            @Nullable Actor actor,
            Runnable lastCheck,
            Duration timeout) {
        long departed = connection.channels().departures();
        // stays open until a session that is not wanted after all is revoked
        connection.client().enter();
        Channel former = connection.channels().find(actor).orElse(null);
        Channel next = connections.personal(integration, connection, way, actor);
        try {
            logIn(next, timeout);
            if (former != null) {
                checkSameIdentity(former, next);
            }
            lastCheck.run();
            if (!connection.channels().replace(actor, former, next, departed)) {
                throw IntegrationTable.changedMeanwhile(integration.alias());
            }
            if (former != null) {
                disconnecting.await(former.retire(timeout), timeout);
            }
            withdrawUnless(lastCheck, connection, actor, next);
        } catch (RuntimeException e) {
            disconnecting.await(next.retire(timeout), timeout);
            throw e;
        } finally {
            connection.client().exit();
        }
        return integration;
    }

    // whoever ended the sign-in after the last check may have looked for a session before it was there
    private static void withdrawUnless(Runnable lastCheck, Connection connection, @Nullable Actor actor, Channel next) {
        try {
            lastCheck.run();
        } catch (RuntimeException unwanted) {
            connection.channels().withdraw(actor, next);
            throw unwanted;
        }
    }

    PendingSignIn beginSignIn(Integration integration, SignInRequest request, Duration timeout) {
        OpenClient client = IntegrationTable.connected(integration).client();
        return calls.waiter()
                .await(
                        client.call(
                                calls,
                                timeout,
                                call -> Objects.requireNonNull(client.client().signIn(request, call))),
                        timeout);
    }

    Integration completeSignIn(
            Integration begun, Login way, @Nullable Actor actor, Runnable lastCheck, Duration timeout) {
        Runnable stillWanted = () -> {
            lastCheck.run();
            checkCurrent(begun);
        };
        checkCurrent(begun);
        Connection connection = IntegrationTable.connected(begun);
        return connection.shared()
                ? succeed(begun, connection, connections.succeed(begun, connection, way), stillWanted, timeout)
                : signIn(begun, connection, way, actor, stillWanted, timeout);
    }

    private void checkCurrent(Integration begun) {
        if (!table.isCurrent(begun)) {
            throw IntegrationTable.changedMeanwhile(begun.alias());
        }
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
