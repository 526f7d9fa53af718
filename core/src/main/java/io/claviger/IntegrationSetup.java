package io.claviger;

import java.util.Set;

/**
 * One integration as a {@link Setup} holds it: how to reach a vault and what may be read through it. Never a credential.
 *
 * @param alias the host's name for it
 * @param provider the type of the vault
 * @param owner whom it belongs to; a setup that is shared holds the team's only
 * @param settings how to reach the vault, without the settings that are the host's own
 * @param scope what may be read through it
 * @param allowedDomains where its values may be sent
 * @param sessions who had sessions when it was stored; always {@link Sessions#NONE} in a setup that is shared
 * @param hostSettings the names of the settings that are the host's own and were set when it was stored; empty in a setup
 *     that is shared
 */
public record IntegrationSetup(
        String alias,
        String provider,
        Owner owner,
        Settings settings,
        IntegrationScope scope,
        AllowedDomains allowedDomains,
        Sessions sessions,
        Set<String> hostSettings) {

    /** Who has sessions of an integration. */
    public enum Sessions {
        /** Nobody: it is disconnected. */
        NONE,
        /** All read in one session. */
        SHARED,
        /** People sign in one by one. */
        PERSONAL
    }

    /**
     * Copies what could be changed.
     *
     * @param alias the host's name for it
     * @param provider the type of the vault
     * @param owner whom it belongs to
     * @param settings how to reach the vault
     * @param scope what may be read through it
     * @param allowedDomains where its values may be sent
     * @param sessions who had sessions
     * @param hostSettings the names of the settings that are the host's own
     */
    public IntegrationSetup {
        hostSettings = Set.copyOf(hostSettings);
    }

    /**
     * Returns an integration of the team that is disconnected and restricts nothing.
     *
     * @param alias the host's name for it
     * @param provider the type of the vault
     * @param settings how to reach the vault
     * @return the integration
     */
    public static IntegrationSetup of(String alias, String provider, Settings settings) {
        return new IntegrationSetup(
                alias,
                provider,
                Owner.team(),
                settings,
                IntegrationScope.everything(),
                AllowedDomains.any(),
                Sessions.NONE,
                Set.of());
    }

    /**
     * Returns this integration, restricted in what may be read through it.
     *
     * @param restricted the scope
     * @return a new description
     */
    public IntegrationSetup withScope(IntegrationScope restricted) {
        return new IntegrationSetup(
                alias, provider, owner, settings, restricted, allowedDomains, sessions, hostSettings);
    }

    /**
     * Returns this integration, restricted in where its values may be sent.
     *
     * @param domains the allowed domains
     * @return a new description
     */
    public IntegrationSetup withAllowedDomains(AllowedDomains domains) {
        return new IntegrationSetup(alias, provider, owner, settings, scope, domains, sessions, hostSettings);
    }
}
