package io.claviger.internal.manager;

import io.claviger.ConfigurationException;
import io.claviger.CredentialSource;
import io.claviger.IntegrationSetup;
import io.claviger.IntegrationSetup.Sessions;
import io.claviger.Settings;
import io.claviger.Setup;
import io.claviger.internal.discovery.ProviderEntry;
import io.claviger.internal.integration.AwaitedSource;
import io.claviger.internal.integration.SettingsRules;
import io.claviger.spi.ProviderDescriptor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings back what the setup store holds when a manager is built (S1). Contacts nothing. */
final class Restoration {

    private static final Logger LOG = LoggerFactory.getLogger(Restoration.class);

    private final ManagerCore core;
    private final Map<String, RegisteredCredentials> registered;

    Restoration(ManagerCore core, Map<String, RegisteredCredentials> registered) {
        this.core = core;
        this.registered = registered;
    }

    void restore(Setup setup) {
        Map<String, ProviderEntry> providers = providers(setup);
        setup.integrations().forEach(stored -> {
            ProviderEntry provider = providers.get(stored.alias());
            if (provider != null) {
                restore(stored, provider);
            }
        });
        var unused = core.publishLinks(draft -> setup.links().forEach(draft::put));
    }

    // all is looked at before anything is opened
    private Map<String, ProviderEntry> providers(Setup setup) {
        Map<String, ProviderEntry> found = new HashMap<>();
        List<String> problems = new ArrayList<>();
        for (IntegrationSetup stored : setup.integrations()) {
            try {
                ProviderEntry provider = core.providers().find(stored.provider());
                SettingsRules.hostOnly(provider.descriptor(), stored.settings())
                        .forEach(name -> problems.add(
                                "The setup store holds the setting " + name + " of the integration " + stored.alias()
                                        + ", which is the host's own and never stored. Remove it there."));
                found.put(stored.alias(), provider);
            } catch (ConfigurationException e) {
                e.problems()
                        .forEach(problem -> problems.add("The stored integration " + stored.alias() + ": " + problem));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return found;
    }

    private void restore(IntegrationSetup stored, ProviderEntry provider) {
        RegisteredCredentials own = registered.get(stored.alias());
        ProviderDescriptor descriptor = provider.descriptor();
        if (own == null || stored.sessions() == Sessions.NONE) {
            core.integrations()
                    .restore(stored, provider, stored.settings(), sourceWithoutRegistration(stored, descriptor));
            return;
        }
        Settings settings = merged(stored.settings(), own.settings(), descriptor);
        boolean complete = settings.asMap().keySet().containsAll(stored.hostSettings());
        boolean fits = complete && fits(settings, own.settings(), descriptor);
        if (!fits) {
            LOG.warn(
                    "Integration {} stays disconnected: its stored settings are not those that credentials are registered"
                            + " for. Connect it again if they are right.",
                    stored.alias());
        }
        core.integrations().restore(stored, provider, fits ? settings : stored.settings(), fits ? own.source() : null);
    }

    private static @Nullable CredentialSource sourceWithoutRegistration(
            IntegrationSetup stored, ProviderDescriptor descriptor) {
        if (stored.sessions() == Sessions.NONE || !stored.hostSettings().isEmpty()) {
            return null;
        }
        if (stored.sessions() == Sessions.PERSONAL) {
            return CredentialSource.perActor();
        }
        return descriptor.credentials().isEmpty() ? CredentialSource.none() : AwaitedSource.INSTANCE;
    }

    private static Settings merged(Settings stored, Settings own, ProviderDescriptor descriptor) {
        Map<String, String> all = new TreeMap<>(own.asMap());
        all.keySet().retainAll(SettingsRules.hostOnly(descriptor, own));
        all.putAll(stored.asMap());
        return Settings.copyOf(all);
    }

    // whatever is registered must be as it is stored, and nothing stored may send credentials elsewhere
    private static boolean fits(Settings settings, Settings own, ProviderDescriptor descriptor) {
        return settings.asMap().entrySet().containsAll(own.asMap().entrySet())
                && !SettingsRules.movesCredentials(descriptor, settings, own);
    }
}
