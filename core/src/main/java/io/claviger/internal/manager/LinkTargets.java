package io.claviger.internal.manager;

import io.claviger.Actor;
import io.claviger.ConfigurationException;
import io.claviger.Operation;
import io.claviger.SecretReference;
import io.claviger.internal.integration.Connection;
import io.claviger.internal.integration.Integration;
import io.claviger.internal.integration.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What links are to point to, and the integrations that were looked at for it. */
final class LinkTargets {

    private final ManagerCore core;
    private final List<Integration> integrations;

    private LinkTargets(ManagerCore core, List<Integration> integrations) {
        this.core = core;
        this.integrations = integrations;
    }

    /** Makes sure that an actor may read through the integrations of references, and that each fits its vault. */
    static LinkTargets permitted(ManagerCore core, @Nullable Actor actor, List<SecretReference> references) {
        Permission reading = known -> core.gate().check(actor, Operation.RESOLVE_NAME, known);
        // the refusals of all changes come before anything else that is wrong with one of them
        references.forEach(reference ->
                reading.check(core.integrations().find(reference.alias()).orElse(null)));
        return new LinkTargets(
                core,
                references.stream()
                        .map(reference -> located(reference, core.integrations().require(reference.alias(), reading)))
                        .toList());
    }

    // the integration may be disconnected: then nobody can say yet whether the reference fits its vault
    private static Integration located(SecretReference reference, Integration integration) {
        Connection connection = integration.connection();
        if (connection != null) {
            connection.locate(reference);
        }
        return integration;
    }

    /** Makes sure that the integrations have not changed hands since. Asks no code of the host's. */
    void checkSameRights() {
        integrations.forEach(this::checkSameRights);
    }

    private void checkSameRights(Integration known) {
        if (core.integrations().find(known.alias()).filter(known::hasRightsOf).isEmpty()) {
            throw new ConfigurationException("The integration " + known.alias()
                    + " was changed by somebody else at the same time. Look at it and try again.");
        }
    }
}
