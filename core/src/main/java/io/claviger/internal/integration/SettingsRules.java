package io.claviger.internal.integration;

import io.claviger.ConfigurationException;
import io.claviger.Settings;
import io.claviger.internal.text.SafeText;
import io.claviger.spi.ProviderDescriptor;
import io.claviger.spi.SettingDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What settings an integration may have, as its provider's descriptor says. */
public final class SettingsRules {

    private SettingsRules() {}

    static void check(ProviderDescriptor descriptor, Settings settings) {
        List<String> problems = new ArrayList<>();
        unknown(descriptor, settings, problems);
        missing(descriptor, settings, problems, setting -> true);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    private static void unknown(ProviderDescriptor descriptor, Settings settings, List<String> problems) {
        Set<String> known = descriptor.settings().stream()
                .map(SettingDescriptor::name)
                .collect(Collectors.toCollection(TreeSet::new));
        for (String name : settings.asMap().keySet()) {
            if (!known.contains(name)) {
                problems.add("The setting " + SafeText.of(name) + " is unknown to " + descriptor.title() + ". It takes "
                        + known + ".");
            }
        }
    }

    private static void missing(
            ProviderDescriptor descriptor,
            Settings settings,
            List<String> problems,
            Predicate<SettingDescriptor> concerned) {
        descriptor.settings().stream()
                .filter(SettingDescriptor::isRequired)
                .filter(concerned)
                .filter(setting -> settings.get(setting.name()).isEmpty())
                .forEach(setting ->
                        problems.add("The setting " + setting.name() + " is missing. " + setting.description()));
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

    /**
     * Returns settings that may be stored and shared.
     *
     * @param descriptor what the kind of vault takes
     * @param settings all settings
     * @return the settings without those marked host-only
     */
    public static Settings withoutHostOnly(ProviderDescriptor descriptor, Settings settings) {
        Map<String, String> shared = new TreeMap<>(settings.asMap());
        shared.keySet().removeAll(hostOnly(descriptor, settings));
        return Settings.copyOf(shared);
    }

    /**
     * Returns which settings are the host's own.
     *
     * @param descriptor what the kind of vault takes
     * @param settings all settings
     * @return the names of those that are marked host-only
     */
    public static Set<String> hostOnly(ProviderDescriptor descriptor, Settings settings) {
        return descriptor.settings().stream()
                .filter(SettingDescriptor::isHostOnly)
                .map(SettingDescriptor::name)
                .filter(settings.asMap()::containsKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Looks for what is wrong with settings of a setup, which need not have those that are the host's own.
     *
     * @param descriptor what the kind of vault takes
     * @param settings the settings
     * @return one sentence for each problem
     */
    public static List<String> problemsInSetup(ProviderDescriptor descriptor, Settings settings) {
        List<String> problems = new ArrayList<>();
        Set<String> mine = hostOnly(descriptor, settings);
        mine.forEach(name -> problems.add("The setting " + name + " can be set by the host application only."
                + " Remove it, and give it when you connect the integration."));
        unknown(descriptor, settings, problems);
        missing(descriptor, settings, problems, setting -> !setting.isHostOnly());
        return problems;
    }

    /**
     * Tells whether a change of settings sends credentials elsewhere (S13).
     *
     * @param descriptor what the kind of vault takes
     * @param before the settings until now
     * @param after the settings from then on
     * @return {@code true} if a setting marked as destination differs
     */
    public static boolean movesCredentials(ProviderDescriptor descriptor, Settings before, Settings after) {
        return descriptor.settings().stream()
                .filter(SettingDescriptor::isDestination)
                .anyMatch(setting -> !before.get(setting.name()).equals(after.get(setting.name())));
    }
}
