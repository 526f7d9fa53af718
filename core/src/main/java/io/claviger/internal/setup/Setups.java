package io.claviger.internal.setup;

import io.claviger.IntegrationSetup;
import io.claviger.Link;
import io.claviger.Setup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Setups made of others. */
public final class Setups {

    private Setups() {}

    /**
     * Returns one integration.
     *
     * @param setup where to look
     * @param alias its alias
     * @return the integration; empty if there is none
     */
    public static Optional<IntegrationSetup> find(Setup setup, String alias) {
        return setup.integrations().stream()
                .filter(integration -> integration.alias().equals(alias))
                .findFirst();
    }

    /**
     * Returns a setup with one integration in the place of what has its alias.
     *
     * @param setup the setup
     * @param integration the integration
     * @return a new setup
     */
    public static Setup with(Setup setup, IntegrationSetup integration) {
        List<IntegrationSetup> all = new ArrayList<>(others(setup, integration.alias()));
        all.add(integration);
        return Setup.of(all, setup.links());
    }

    private static List<IntegrationSetup> others(Setup setup, String alias) {
        return setup.integrations().stream()
                .filter(other -> !other.alias().equals(alias))
                .toList();
    }

    /**
     * Returns a setup with other links.
     *
     * @param setup the setup
     * @param links all links
     * @return a new setup
     */
    public static Setup withLinks(Setup setup, Collection<Link> links) {
        return Setup.of(setup.integrations(), links);
    }

    /**
     * Returns an integration with who had sessions of it, and which of its settings were the host's, taken from another
     * description of it: one that stays disconnected knows neither.
     *
     * @param integration the integration
     * @param former the other description
     * @return a new description
     */
    public static IntegrationSetup connectedAs(IntegrationSetup integration, IntegrationSetup former) {
        return new IntegrationSetup(
                integration.alias(),
                integration.provider(),
                integration.owner(),
                integration.settings(),
                integration.scope(),
                integration.allowedDomains(),
                former.sessions(),
                former.hostSettings());
    }
}
