package io.claviger.internal.watch;

import io.claviger.Resolution;
import io.claviger.internal.cache.Entry;
import java.util.Optional;

/** What a watch found under one name. A class rather than a record: a record would print what it holds. */
public final class Sighting {

    private final Resolution resolution;
    private final Optional<Entry> entry;

    /**
     * Creates a sighting.
     *
     * @param resolution what the name resolves to
     * @param entry where its secret is cached; empty if it is not
     */
    public Sighting(Resolution resolution, Optional<Entry> entry) {
        this.resolution = resolution;
        this.entry = entry;
    }

    /**
     * Returns what the name resolves to.
     *
     * @return the resolution
     */
    public Resolution resolution() {
        return resolution;
    }

    Optional<Entry> entry() {
        return entry;
    }
}
