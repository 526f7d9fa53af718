package io.claviger;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Map;
import java.util.Set;

/**
 * New content of watched names, as one consistent snapshot: fields of one secret are from one read. Immutable; it prints
 * names and no values.
 */
public final class SecretChange {

    private final Set<String> changed;
    private final transient Map<String, Resolution> resolutions;

    private SecretChange(Set<String> changed, Map<String, Resolution> resolutions) {
        this.changed = changed;
        this.resolutions = resolutions;
    }

    /**
     * Returns a change.
     *
     * @param changed the names with new content
     * @param resolutions what every watched name resolves to now
     * @return the change
     */
    public static SecretChange of(Set<String> changed, Map<String, Resolution> resolutions) {
        return new SecretChange(ImmutableSet.copyOf(changed), ImmutableMap.copyOf(resolutions));
    }

    /**
     * Returns the names whose content has changed.
     *
     * @return at least one name
     */
    public Set<String> names() {
        return changed;
    }

    /**
     * Returns what every watched name resolves to now, changed or not.
     *
     * @return one resolution for each watched name
     */
    public Map<String, Resolution> resolutions() {
        return resolutions;
    }

    /**
     * Returns the value of one watched name.
     *
     * @param name the secret name
     * @return its value
     * @throws UnresolvedException if it has none now
     * @throws IllegalArgumentException if the name is not watched
     */
    public SecretValue value(String name) {
        Resolution resolution = resolutions.get(name);
        if (resolution == null) {
            throw new IllegalArgumentException("This name is not watched.");
        }
        return resolution.orElseThrow();
    }

    @Override
    public String toString() {
        return "SecretChange" + changed;
    }
}
