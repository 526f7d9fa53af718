package io.claviger.internal.plan;

import io.claviger.internal.integration.Channel;
import io.claviger.internal.integration.Connection;
import io.claviger.internal.integration.Limits;
import io.claviger.spi.Location;
import io.claviger.spi.Locator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One secret of one generation of one integration, and what is selected in it. */
final class Secret {
    private final Connection connection;
    private final Channel channel;
    private final Location location;
    private final Limits limits;

    Secret(Connection connection, Channel channel, Location location, Limits limits) {
        this.connection = connection;
        this.channel = channel;
        this.location = location;
        this.limits = limits;
    }

    // each use of the value has to be checked
    boolean guarded() {
        return limits.allowedDomains().restricted();
    }

    Limits limits() {
        return limits;
    }

    Connection connection() {
        return connection;
    }

    Channel channel() {
        return channel;
    }

    Locator locator() {
        return location.locator();
    }

    Optional<String> field() {
        return location.field();
    }

    // the field does not count: all fields of a secret come from one fetch

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret that
                && channel.equals(that.channel)
                && locator().equals(that.locator());
    }

    @Override
    public int hashCode() {
        return locator().hashCode();
    }
}
