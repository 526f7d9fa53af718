package io.claviger.spi;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a value is: what to read, and what to select in the snapshot. Immutable. */
public final class Location {

    private final Locator locator;
    private final @Nullable String field;

    private Location(Locator locator, @Nullable String field) {
        this.locator = locator;
        this.field = field;
    }

    /**
     * Returns the location of a whole secret.
     *
     * @param locator what to read
     * @return the location
     */
    public static Location whole(Locator locator) {
        return new Location(locator, null);
    }

    /**
     * Returns the location of a field.
     *
     * @param locator what to read
     * @param field what {@link io.claviger.SecretSnapshot#field} is asked for; {@code null} for the whole secret
     * @return the location
     */
    public static Location of(Locator locator, @Nullable String field) {
        return new Location(locator, field);
    }

    /**
     * Returns what to read.
     *
     * @return the locator
     */
    public Locator locator() {
        return locator;
    }

    /**
     * Returns what to select in the snapshot.
     *
     * @return a field; empty for the whole secret
     */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }
}
