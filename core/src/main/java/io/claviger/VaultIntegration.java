package io.claviger;

import java.time.Instant;
import java.util.Optional;

/**
 * One configured connection to one vault, as it was at one moment. Holds no credential and no value.
 *
 * @param alias the host's name for it, which references use: {@code [a-z][a-z0-9-]{0,62}}
 * @param provider the type of the vault, {@code hashicorp} for example
 * @param owner whom it belongs to
 * @param settings how to reach the vault
 * @param scope what may be read through it
 * @param allowedDomains where its values may be sent
 * @param state whether references can be resolved through it
 * @param reachability whether the vault answered when it was last contacted
 * @param sessionEnds when the session ends that is used now, unless it is renewed before; empty if there is none or it has
 *     no end that is known
 * @param generation counts up whenever cached values and sessions of it become void
 */
public record VaultIntegration(
        String alias,
        String provider,
        Owner owner,
        Settings settings,
        IntegrationScope scope,
        AllowedDomains allowedDomains,
        IntegrationState state,
        Reachability reachability,
        Optional<Instant> sessionEnds,
        long generation) {}
