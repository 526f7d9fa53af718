package io.claviger.internal.manager;

import io.claviger.ConfigurationException;
import io.claviger.SecretReference;
import io.claviger.internal.integration.Connection;

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
            connection.scope().reset(connection.locate(reference).locator());
        } catch (ConfigurationException e) {
            // a reference that does not fit its vault was never read
            return;
        }
    }
}
