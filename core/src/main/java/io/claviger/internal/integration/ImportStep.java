package io.claviger.internal.integration;

import io.claviger.IntegrationSetup;
import io.claviger.Settings;
import io.claviger.internal.discovery.ProviderEntry;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an import does to one integration.
 *
 * @param kind what it does
 * @param provider its kind of vault
 * @param target how it shall be; for one that is removed, how it is
 */
public record ImportStep(Kind kind, ProviderEntry provider, IntegrationSetup target) {

    /** What is done. */
    public enum Kind {
        /** It comes into being, disconnected. */
        ADD,
        /** Its settings change, which disconnects it. */
        RESET,
        /** What may be read through it changes, and nothing else. */
        LIMIT,
        /** It is disconnected and goes away. */
        REMOVE
    }

    /**
     * Returns which integration it is.
     *
     * @return the alias
     */
    public String alias() {
        return target.alias();
    }

    /**
     * Returns how the integration will be.
     *
     * @param now how it is; {@code null} if there is none
     * @return how it will be; {@code null} if there will be none
     */
    public @Nullable Integration after(@Nullable Integration now) {
        Limits limits = new Limits(target.scope(), target.allowedDomains());
        if (kind == Kind.REMOVE) {
            return null;
        }
        if (now == null) {
            return new Integration(alias(), provider, target.owner(), target.settings(), limits, 0, null);
        }
        return kind == Kind.LIMIT ? now.limited(limits) : now.reset(settings(now.settings()), limits);
    }

    // what is the host's own is not the setup's to change
    private Settings settings(Settings before) {
        Map<String, String> all = new TreeMap<>(before.asMap());
        all.keySet().retainAll(SettingsRules.hostOnly(provider.descriptor(), before));
        all.putAll(target.settings().asMap());
        return Settings.copyOf(all);
    }
}
