package io.claviger.internal.manager;

import io.claviger.Actor;
import io.claviger.CacheStatistics;
import io.claviger.CachedSecret;
import io.claviger.Operation;
import io.claviger.Owner;
import io.claviger.ResolvingCache;
import io.claviger.internal.integration.Connection;
import io.claviger.internal.integration.Integration;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The cache under the rights of the host or one actor. */
final class CacheAdmin implements ResolvingCache {

    private final ManagerCore core;
    private final @Nullable Actor actor;
    private final Management management;
    private final Rights rights;

    CacheAdmin(ManagerCore core, @Nullable Actor actor) {
        this.core = core;
        this.actor = actor;
        this.management = new Management(core, actor);
        this.rights = new Rights(core, actor);
    }

    @Override
    public Duration expiration() {
        core.checkOpen();
        rights.checkInspect();
        return core.cache().expiration();
    }

    @Override
    public void setExpiration(Duration expiration) {
        configure(null, () -> core.cache().setExpiration(expiration));
    }

    @Override
    public void reset() {
        configure(null, () -> core.integrations().all().forEach(CacheAdmin::reset));
    }

    @Override
    public void resetIntegration(String alias) {
        configure(alias, () -> core.integrations().find(alias).ifPresent(CacheAdmin::reset));
    }

    private static void reset(Integration integration) {
        Connection connection = integration.connection();
        if (connection != null) {
            connection.dropValues();
        }
    }

    @Override
    public void resetName(String name) {
        Owner owner = core.links().now().ownerOf(name, actor);
        Operation operation = owner.actor().isPresent() ? Operation.CHANGE_OWN_LINKS : Operation.CHANGE_LINKS;
        management.onName(operation, name, () -> {
            core.gate().check(actor, operation, null);
            core.links().now().named(name, owner).forEach(link -> ResetTarget.drop(core, link.reference()));
            return Boolean.TRUE;
        });
    }

    @Override
    public CacheStatistics statistics() {
        core.checkOpen();
        rights.checkInspect();
        return core.cache().statistics();
    }

    @Override
    public List<CachedSecret> contents() {
        core.checkOpen();
        rights.checkInspect();
        return core.integrations().all().stream()
                .filter(integration -> core.gate().allows(actor, Operation.INSPECT, integration))
                .map(Integration::connection)
                .filter(Objects::nonNull)
                .flatMap(connection -> connection.visibleTo(actor).stream())
                .flatMap(channel -> channel.scope().contents(core.time().now()).stream())
                .sorted(Comparator.comparing(CachedSecret::alias).thenComparing(CachedSecret::location))
                .toList();
    }

    private void configure(@Nullable String alias, Runnable change) {
        management.onAlias(Operation.CONFIGURE_CACHE, alias, () -> {
            core.gate().check(actor, Operation.CONFIGURE_CACHE, null);
            change.run();
            return Boolean.TRUE;
        });
    }
}
