package io.claviger.provider.hashicorp.internal.settings;

import io.claviger.ConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects what is wrong, so that all of it is reported together. */
final class Problems {

    private final List<String> found = new ArrayList<>();

    /** Runs one check; if it finds something, that is kept, and the other value returned. */
    <T> T collect(Supplier<T> check, T otherwise) {
        try {
            return check.get();
        } catch (ConfigurationException e) {
            found.addAll(e.problems());
            return otherwise;
        }
    }

    /** Reports what was found, if anything was. */
    void report() {
        if (!found.isEmpty()) {
            throw new ConfigurationException(found);
        }
    }
}
