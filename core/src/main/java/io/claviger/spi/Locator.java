package io.claviger.spi;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one upstream read fetches, in the vault's canonical spelling: references that mean the same secret have equal
 * locators. The cache keys on it. Immutable.
 */
public final class Locator {

    private final List<String> path;
    private final SortedMap<String, String> parameters;
    private final int hash;

    private Locator(List<String> path, Map<String, String> parameters) {
        this.path = List.copyOf(path);
        this.parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        this.hash = 31 * this.path.hashCode() + this.parameters.hashCode();
    }

    /**
     * Returns a locator.
     *
     * @param path the canonical path
     * @param parameters those that choose what is read, a version for example; may be empty
     * @return the locator
     */
    public static Locator of(List<String> path, Map<String, String> parameters) {
        return new Locator(path, parameters);
    }

    /**
     * Returns the canonical path.
     *
     * @return the segments
     */
    public List<String> path() {
        return path;
    }

    /**
     * Returns one parameter.
     *
     * @param name the name of the parameter
     * @return its value; empty if it is not there
     */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /**
     * Returns all parameters.
     *
     * @return names and values, by name
     */
    public SortedMap<String, String> parameters() {
        return parameters;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Locator that
                        && hash == that.hash
                        && path.equals(that.path)
                        && parameters.equals(that.parameters));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return String.join("/", path) + (parameters.isEmpty() ? "" : parameters.toString());
    }
}
