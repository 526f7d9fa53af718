package io.claviger.internal.discovery;

import io.claviger.ConfigurationException;
import io.claviger.internal.text.SafeText;
import io.claviger.spi.ProviderDescriptor;
import io.claviger.spi.VaultProvider;
import io.claviger.spi.VaultType;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The providers of one manager. Discovery reads annotations only: a provider class is initialised when an integration of
 * its type is connected, and not before.
 */
public final class ProviderCatalog {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderCatalog.class);

    // a services file that never ends, or a loader that fails for ever, must not hang the host
    private static final int MOST_CANDIDATES = 10_000;

    private final Map<String, VaultProvider> registered;
    private final boolean discovery;
    private final Map<String, ProviderEntry> entries = new ConcurrentHashMap<>();

    /**
     * Creates a catalog. Looks for nothing yet.
     *
     * @param providers the registered ones, which win over discovered ones
     * @param discovery whether to ask {@link ServiceLoader} too
     * @throws ConfigurationException if two of them have one type, or one has none
     */
    public ProviderCatalog(List<VaultProvider> providers, boolean discovery) {
        this.registered = byType(providers);
        this.discovery = discovery;
    }

    private static Map<String, VaultProvider> byType(List<VaultProvider> providers) {
        Map<String, VaultProvider> found = new TreeMap<>();
        for (VaultProvider provider : providers) {
            VaultType type = provider.getClass().getAnnotation(VaultType.class);
            if (type == null) {
                throw new ConfigurationException(
                        "The provider class " + provider.getClass().getName()
                                + " has no @VaultType. Annotate it with the type that hosts connect by.");
            }
            VaultProvider other = found.put(type.value(), provider);
            if (other != null) {
                throw duplicate(type.value(), List.of(other.getClass(), provider.getClass()));
            }
        }
        return found;
    }

    /**
     * Returns the provider of a type, initialised.
     *
     * @param type the kind of vault
     * @return the provider
     * @throws ConfigurationException if there is none, there are two, or it cannot be created
     */
    public ProviderEntry find(String type) {
        ProviderEntry known = entries.get(type);
        return known != null ? known : entries.computeIfAbsent(type, this::load);
    }

    private ProviderEntry load(String type) {
        VaultProvider provider = registered.get(type);
        if (provider == null) {
            provider = create(type, discovered(type));
        }
        LOG.info(
                "Vault type {} is provided by {} from {}",
                type,
                provider.getClass().getName(),
                origin(provider.getClass()));
        return new ProviderEntry(type, provider, descriptor(provider));
    }

    // a provider may throw anything: its text goes no further
    @SuppressWarnings("CatchingUnchecked")
    private static ProviderDescriptor descriptor(VaultProvider provider) {
        try {
            return provider.descriptor();
        } catch (Throwable thrown) {
            throw new ConfigurationException(
                    "The provider " + provider.getClass().getName() + " cannot describe itself ("
                            + thrown.getClass().getName() + "). It is broken: replace it.");
        }
    }

    private ServiceLoader.Provider<VaultProvider> discovered(String type) {
        List<ServiceLoader.Provider<VaultProvider>> matching = new ArrayList<>();
        Set<String> others = new TreeSet<>(registered.keySet());
        for (ServiceLoader.Provider<VaultProvider> candidate : candidates()) {
            VaultType annotation = candidate.type().getAnnotation(VaultType.class);
            if (annotation != null && annotation.value().equals(type)) {
                matching.add(candidate);
            } else if (annotation != null) {
                others.add(annotation.value());
            }
        }
        if (matching.size() > 1) {
            throw duplicate(
                    type, matching.stream().map(ServiceLoader.Provider::type).collect(Collectors.toList()));
        }
        return matching.stream().findFirst().orElseThrow(() -> missing(type, others));
    }

    private List<ServiceLoader.Provider<VaultProvider>> candidates() {
        List<ServiceLoader.Provider<VaultProvider>> candidates = new ArrayList<>();
        if (discovery) {
            Iterator<ServiceLoader.Provider<VaultProvider>> found =
                    ServiceLoader.load(VaultProvider.class).stream().iterator();
            boolean more = true;
            for (int i = 0; more && i < MOST_CANDIDATES; i++) {
                more = addNext(found, candidates);
            }
        }
        return candidates;
    }

    private static boolean addNext(
            Iterator<ServiceLoader.Provider<VaultProvider>> found,
            List<ServiceLoader.Provider<VaultProvider>> candidates) {
        try {
            if (!found.hasNext()) {
                return false;
            }
            candidates.add(found.next());
        } catch (ServiceConfigurationError | LinkageError e) {
            // one broken provider must not hide the others
            LOG.warn(
                    "A provider on the path is broken and left out: {}",
                    e.getClass().getName());
        }
        return true;
    }

    private static VaultProvider create(String type, ServiceLoader.Provider<VaultProvider> candidate) {
        try {
            return candidate.get();
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new ConfigurationException("The provider " + candidate.type().getName() + " of vault type " + type
                    + " cannot be created (" + e.getClass().getName()
                    + "). Check that its dependencies are there and of the versions it was built with.");
        }
    }

    private ConfigurationException missing(String type, Set<String> others) {
        String hint = discovery
                ? "Add the artifact that provides it, io.claviger:claviger-provider-" + SafeText.of(type)
                        + " for example, or register it on the builder."
                : "Register it on the builder: discovery is switched off.";
        return new ConfigurationException(
                "There is no provider of vault type " + SafeText.of(type) + "; there is " + others + ". " + hint);
    }

    private static ConfigurationException duplicate(String type, List<? extends Class<?>> classes) {
        return new ConfigurationException("There are several providers of vault type " + type + ": "
                + classes.stream()
                        .map(each -> each.getName() + " from " + origin(each))
                        .collect(Collectors.joining(" and "))
                + ". Remove all but one.");
    }

    private static String origin(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return source == null || source.getLocation() == null
                ? "an unknown place"
                : source.getLocation().toString();
    }
}
