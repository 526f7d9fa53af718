package io.claviger.internal.integration;

import io.claviger.ConfigurationException;
import io.claviger.Settings;
import io.claviger.internal.text.SafeText;
import io.claviger.spi.ProviderDescriptor;
import io.claviger.spi.SettingDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What settings an integration may have, as its provider's descriptor says. */
public final class SettingsRules {

    private SettingsRules() {}

    static void check(ProviderDescriptor descriptor, Settings settings) {
        Set<String> known = descriptor.settings().stream()
                .map(SettingDescriptor::name)
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> problems = new ArrayList<>();
        for (String name : settings.asMap().keySet()) {
            if (!known.contains(name)) {
                problems.add("The setting " + SafeText.of(name) + " is unknown to " + descriptor.title() + ". It takes "
                        + known + ".");
            }
        }
        for (SettingDescriptor setting : descriptor.settings()) {
            if (setting.isRequired() && settings.get(setting.name()).isEmpty()) {
                problems.add("The setting " + setting.name() + " is missing. " + setting.description());
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    /**
     * Makes sure that an actor changes none of the settings that are the host's own.
     *
     * @param descriptor what the kind of vault takes
     * @param before the settings until now
     * @param after the settings that the actor gives
     * @throws ConfigurationException if a setting marked host-only differs
     */
    public static void checkGivenByActor(ProviderDescriptor descriptor, Settings before, Settings after) {
        List<String> problems = descriptor.settings().stream()
                .filter(SettingDescriptor::isHostOnly)
                .map(SettingDescriptor::name)
                .filter(name -> !before.get(name).equals(after.get(name)))
                .map(name -> "The setting " + name + " can be set by the host application only.")
                .collect(Collectors.toUnmodifiableList());
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    /** Tells whether a change of settings sends credentials elsewhere (S13). */
    static boolean movesCredentials(ProviderDescriptor descriptor, Settings before, Settings after) {
        return descriptor.settings().stream()
                .filter(SettingDescriptor::isDestination)
                .anyMatch(setting -> !before.get(setting.name()).equals(after.get(setting.name())));
    }
}
