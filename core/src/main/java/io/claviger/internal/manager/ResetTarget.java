package io.claviger.internal.manager;

import io.claviger.ConfigurationException;
import io.claviger.SecretReference;
import io.claviger.internal.integration.Connection;
import io.claviger.spi.Locator;

/** Drops the cached secret behind a reference. */
final class ResetTarget {

    private ResetTarget() {}

    static void drop(ManagerCore core, SecretReference reference) {
        core.integrations().find(reference.alias()).ifPresent(integration -> {
            Connection connection = integration.connection();
            if (connection != null) {
                drop(connection, reference);
            }
        });
    }

    private static void drop(Connection connection, SecretReference reference) {
        try {
            Locator locator = connection.locate(reference).locator();
            connection.all().forEach(channel -> channel.scope().reset(locator));
        } catch (ConfigurationException e) {
            // a reference that does not fit its vault was never read
            return;
        }
    }
}
