package io.claviger;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a vault: addresses, regions, paths of logins. Never a secret: those are {@link Credentials}.
 *
 * <p>Immutable. Which settings there are, and which of them must be given, is the provider's descriptor to say;
 * unknown ones are refused when an integration is connected.
 */
public final class Settings {

    private static final Settings EMPTY = new Settings(new TreeMap<>());

    private final SortedMap<String, String> values;

    private Settings(SortedMap<String, String> values) {
        this.values = values;
    }

    /**
     * Returns settings without any entry.
     *
     * @return empty settings
     */
    public static Settings empty() {
        return EMPTY;
    }

    /**
     * Returns settings with one entry.
     *
     * @param name the name of the setting, {@code address} for example
     * @param value its value
     * @return the settings
     */
    public static Settings of(String name, String value) {
        return EMPTY.with(name, value);
    }

    /**
     * Returns settings with the entries of a map.
     *
     * @param entries names and values
     * @return the settings
     */
    public static Settings copyOf(Map<String, String> entries) {
        TreeMap<String, String> copy = new TreeMap<>();
        entries.forEach((name, value) -> put(copy, name, value));
        return new Settings(copy);
    }

    /**
     * Returns these settings with one entry added or replaced.
     *
     * @param name the name of the setting
     * @param value its value
     * @return new settings
     */
    public Settings with(String name, String value) {
        TreeMap<String, String> copy = new TreeMap<>(values);
        put(copy, name, value);
        return new Settings(copy);
    }

    private static void put(Map<String, String> target, String name, String value) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("The name of a setting must not be blank.");
        }
        target.put(name, Objects.requireNonNull(value, name));
    }

    /**
     * Returns one setting.
     *
     * @param name the name of the setting
     * @return its value; empty if it is not set
     */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * Returns all settings.
     *
     * @return an immutable map, sorted by name
     */
    public Map<String, String> asMap() {
        return Collections.unmodifiableMap(values);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Settings that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Returns the names of the settings and none of their values, in case a secret was put there by mistake. */
    @Override
    public String toString() {
        return "Settings" + values.keySet();
    }
}
