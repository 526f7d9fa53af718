package io.claviger.internal.integration;

import io.claviger.Actor;
import io.claviger.IntegrationSetup;
import io.claviger.IntegrationSetup.Sessions;
import io.claviger.IntegrationState;
import io.claviger.Owner;
import io.claviger.Reachability;
import io.claviger.Reason;
import io.claviger.Settings;
import io.claviger.VaultIntegration;
import io.claviger.internal.discovery.ProviderEntry;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;
import io.claviger.spi.Locator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An integration at one moment: replaced as a whole by each management operation, so that nobody sees half of one.
 *
 * @param alias the host's name for it
 * @param provider its kind of vault
 * @param owner whom it belongs to
 * @param settings how to reach the vault
 * @param limits what may be read through it, and where its values may be sent
 * @param generation counts up with each replacement
 * @param connection what reads go through; {@code null} while it is disconnected
 */
public record Integration(
        String alias,
        ProviderEntry provider,
        Owner owner,
        Settings settings,
        Limits limits,
        long generation,
        @Nullable Connection connection) {

    static Integration planned(String alias, ProviderEntry provider, Owner owner, Settings settings) {
        return new Integration(alias, provider, owner, settings, Limits.NONE, 0, null);
    }

    Integration connected(Connection next) {
        return new Integration(alias, provider, owner, next.settings(), limits, generation + 1, next);
    }

    Integration disconnected() {
        return new Integration(alias, provider, owner, settings, limits, generation + 1, null);
    }

    Integration limited(Limits changed) {
        return new Integration(alias, provider, owner, settings, changed, generation + 1, connection);
    }

    Integration reset(Settings changed, Limits restricted) {
        return new Integration(alias, provider, owner, changed, restricted, generation + 1, null);
    }

    /**
     * Returns it as it is stored.
     *
     * @return what can be said of it without the settings that are the host's own
     */
    public IntegrationSetup setup() {
        return new IntegrationSetup(
                alias,
                provider.type(),
                owner,
                SettingsRules.withoutHostOnly(provider.descriptor(), settings),
                limits.scope(),
                limits.allowedDomains(),
                sessions(),
                SettingsRules.hostOnly(provider.descriptor(), settings),
                connection != null && !connection.given().byActor());
    }

    private Sessions sessions() {
        if (connection == null) {
            return Sessions.NONE;
        }
        return connection.shared() ? Sessions.SHARED : Sessions.PERSONAL;
    }

    Integration ownedBy(Owner next) {
        return new Integration(alias, provider, next, settings, limits, generation + 1, connection);
    }

    /**
     * Returns what somebody sees of it.
     *
     * @param actor whose session its state is about, where people sign in one by one; {@code null} for the host itself
     * @return a view without credentials and values
     */
    public VaultIntegration view(@Nullable Actor actor) {
        Optional<Channel> channel =
                Optional.ofNullable(connection).flatMap(open -> open.channels().find(actor));
        Optional<Health> health = channel.map(Channel::health);
        return new VaultIntegration(
                alias,
                provider.type(),
                owner,
                settings,
                limits.scope(),
                limits.allowedDomains(),
                health.map(Health::state).orElse(withoutSession()),
                health.map(Health::reachability).orElse(Reachability.UNKNOWN),
                channel.flatMap(open -> open.keeper().sessionEnd()),
                generation);
    }

    /**
     * Tells whether one session serves many, and may be used for all that it may read.
     *
     * @return {@code true} if it is the team's, connected, with a shared session and without a scope
     */
    public boolean servesManyWithoutScope() {
        boolean shared = connection != null && connection.shared();
        return owner.actor().isEmpty() && shared && !limits.scope().restricted();
    }

    /**
     * Tells whether whoever has a right to this has it to another state of it too.
     *
     * @param other the integration at another moment
     * @return {@code true} if all that rights depend on is the same
     */
    public boolean hasRightsOf(Integration other) {
        return owner.equals(other.owner)
                && provider.type().equals(other.provider.type())
                && servesManyWithoutScope() == other.servesManyWithoutScope();
    }

    /**
     * Makes sure that something is in scope (S11).
     *
     * @param locator what is to be read or written
     * @throws FailureException if it is not
     */
    public void checkScope(Locator locator) {
        if (!limits.allows(locator)) {
            throw new FailureException(
                    Failure.of(Reason.OUT_OF_SCOPE, "The integration " + alias + " may not be used for this secret."));
        }
    }

    private IntegrationState withoutSession() {
        return connection == null ? IntegrationState.DISCONNECTED : IntegrationState.REAUTHENTICATION_REQUIRED;
    }
}
