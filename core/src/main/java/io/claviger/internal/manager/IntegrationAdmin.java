package io.claviger.internal.manager;

import io.claviger.Actor;
import io.claviger.Administration;
import io.claviger.AllowedDomains;
import io.claviger.ConfigurationException;
import io.claviger.CredentialSource;
import io.claviger.Disconnection;
import io.claviger.IntegrationScope;
import io.claviger.Operation;
import io.claviger.Owner;
import io.claviger.SecretReference;
import io.claviger.Settings;
import io.claviger.VaultIntegration;
import io.claviger.internal.discovery.ProviderEntry;
import io.claviger.internal.integration.Connection;
import io.claviger.internal.integration.GivenSettings;
import io.claviger.internal.integration.Integration;
import io.claviger.internal.integration.Limits;
import io.claviger.internal.integration.Permission;
import io.claviger.internal.integration.SettingsRules;
import io.claviger.internal.session.CredentialKinds;
import io.claviger.internal.text.SafeText;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Integrations under the rights of the host or one actor. */
final class IntegrationAdmin {

    private static final String CANONICAL = "vault://";
    private static final int LONGEST_NATIVE_FORM = 4096;

    private final ManagerCore core;
    private final @Nullable Actor actor;
    private final Management management;
    private final Rights rights;

    IntegrationAdmin(ManagerCore core, @Nullable Actor actor) {
        this.core = core;
        this.actor = actor;
        this.management = new Management(core, actor);
        this.rights = new Rights(core, actor);
    }

    VaultIntegration connect(String alias, String type, Settings settings, CredentialSource source) {
        return connect(alias, type, settings, source, provider -> {});
    }

    VaultIntegration connectWithoutCredentials(String alias, String type, Settings settings) {
        return connect(
                alias, type, settings, CredentialSource.none(), provider -> new CredentialKinds(provider.descriptor())
                        .checkNoneNeeded());
    }

    private VaultIntegration connect(
            String alias, String type, Settings settings, CredentialSource source, Consumer<ProviderEntry> condition) {
        return management.onAlias(Operation.CONNECT, alias, () -> {
            ProviderEntry provider = core.providers().find(type);
            Permission permission = known -> {
                checkConnect(known, provider);
                condition.accept(provider);
                checkHostOnly(provider, known, settings);
            };
            return core.integrations()
                    .connect(alias, permission, provider, newOwner(provider), GivenSettings.by(actor, settings), source)
                    .view(actor);
        });
    }

    private void checkConnect(@Nullable Integration known, ProviderEntry provider) {
        if (actor != null && known == null) {
            core.gate()
                    .check(core.gate()
                            .request(actor, Operation.CONNECT, null)
                            .about(newOwner(provider), provider.descriptor().administration()));
        } else {
            core.gate().check(actor, Operation.CONNECT, known);
        }
    }

    private void checkHostOnly(ProviderEntry provider, @Nullable Integration before, Settings settings) {
        if (actor != null) {
            SettingsRules.checkGivenByActor(
                    provider.descriptor(), before == null ? Settings.empty() : before.settings(), settings);
        }
    }

    private void checkHostOnly(@Nullable Integration known, Settings settings) {
        if (known != null) {
            checkHostOnly(known.provider(), known, settings);
        }
    }

    // what the team administers belongs to the team, whoever connects it
    private Owner newOwner(ProviderEntry provider) {
        if (actor == null || provider.descriptor().administration() == Administration.TEAM) {
            return Owner.team();
        }
        return Owner.of(actor);
    }

    VaultIntegration edit(String alias, Settings settings, @Nullable CredentialSource source) {
        return management.onAlias(Operation.EDIT, alias, () -> {
            Permission permission = known -> {
                to(Operation.EDIT).check(known);
                checkHostOnly(known, settings);
            };
            return core.integrations()
                    .edit(alias, permission, GivenSettings.by(actor, settings), source, core.timeout())
                    .view(actor);
        });
    }

    VaultIntegration reauthenticate(String alias, CredentialSource source) {
        return signedInOneByOne(alias) ? signIn(alias, source) : reauthenticateShared(alias, source);
    }

    private boolean signedInOneByOne(String alias) {
        return core.integrations()
                .find(alias)
                .map(Integration::connection)
                .map(connection -> !connection.shared())
                .orElse(false);
    }

    private VaultIntegration signIn(String alias, CredentialSource source) {
        return management.onAlias(Operation.AUTHENTICATE, alias, () -> core.integrations()
                .signIn(alias, to(Operation.AUTHENTICATE), source, actor, core.timeout())
                .view(actor));
    }

    private VaultIntegration reauthenticateShared(String alias, CredentialSource source) {
        return management.onAlias(Operation.REAUTHENTICATE, alias, () -> core.integrations()
                .reauthenticate(alias, to(Operation.REAUTHENTICATE), source, core.timeout())
                .view(actor));
    }

    VaultIntegration setScope(String alias, IntegrationScope scope) {
        return limit(alias, limits -> new Limits(scope, limits.allowedDomains()));
    }

    VaultIntegration setAllowedDomains(String alias, AllowedDomains domains) {
        return limit(alias, limits -> new Limits(limits.scope(), domains));
    }

    private VaultIntegration limit(String alias, UnaryOperator<Limits> change) {
        return management.onAlias(Operation.CHANGE_SCOPE, alias, () -> core.integrations()
                .limit(alias, to(Operation.CHANGE_SCOPE), change)
                .view(actor));
    }

    VaultIntegration share(String alias) {
        return management.onAlias(Operation.SHARE, alias, () -> core.integrations()
                .give(alias, to(Operation.SHARE), Owner.team())
                .view(actor));
    }

    Disconnection disconnect(String alias) {
        return management.onAlias(Operation.DISCONNECT, alias, () -> {
            Disconnection ended = core.integrations().disconnect(alias, to(Operation.DISCONNECT), core.timeout());
            core.journal().catchUp();
            return ended;
        });
    }

    // the refusal comes first, so that it does not tell whether there is such an integration
    private Permission to(Operation operation) {
        return known -> core.gate().check(actor, operation, known);
    }

    List<VaultIntegration> list() {
        core.checkOpen();
        rights.checkInspect();
        return core.integrations().all().stream()
                .filter(this::visible)
                .map(integration -> integration.view(actor))
                .sorted(Comparator.comparing(VaultIntegration::alias))
                .collect(Collectors.toUnmodifiableList());
    }

    Optional<VaultIntegration> find(String alias) {
        core.checkOpen();
        rights.checkInspect();
        return core.integrations().find(alias).filter(this::visible).map(integration -> integration.view(actor));
    }

    private boolean visible(Integration integration) {
        return core.gate().allows(actor, Operation.INSPECT, integration);
    }

    SecretReference reference(String text) {
        core.checkOpen();
        rights.checkInspect();
        return text.startsWith(CANONICAL) ? SecretReference.parse(text) : nativeReference(text);
    }

    private SecretReference nativeReference(String text) {
        if (text.length() > LONGEST_NATIVE_FORM) {
            throw new ConfigurationException(
                    "The reference has " + text.length() + " characters. Write at most " + LONGEST_NATIVE_FORM + ".");
        }
        Map<String, SecretReference> claims = new TreeMap<>();
        for (Integration integration : core.integrations().all()) {
            if (visible(integration)) {
                claim(integration, text).ifPresent(reference -> claims.put(integration.alias(), reference));
            }
        }
        if (claims.size() == 1) {
            return claims.values().iterator().next();
        }
        throw new ConfigurationException(
                claims.isEmpty()
                        ? "No connected integration recognizes this reference. Write vault://<alias>/<path>#<field>,"
                                + " or connect the vault that it belongs to."
                        : "Several integrations recognize this reference: " + claims.keySet()
                                + ". Write vault://<alias>/<path>#<field> to choose one.");
    }

    // one provider that fails on a text must not keep others from knowing it
    @SuppressWarnings("CatchingUnchecked")
    private static Optional<SecretReference> claim(Integration integration, String text) {
        Connection connection = integration.connection();
        try {
            return connection == null ? Optional.empty() : connection.recognize(text, integration.alias());
        } catch (ConfigurationException e) {
            throw new ConfigurationException(SafeText.of(e.problems().get(0)));
        } catch (Throwable thrown) {
            return Optional.empty();
        }
    }
}
