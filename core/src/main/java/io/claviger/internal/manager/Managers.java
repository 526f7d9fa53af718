package io.claviger.internal.manager;

import io.claviger.IntegrationManager;

/** Puts a manager together. */
public final class Managers {

    private Managers() {}

    /**
     * Returns a manager.
     *
     * @param config what the builder was told
     * @return a manager that acts for the host itself
     */
    @SuppressWarnings("DoNotCallSuggester") // no manager exists yet
    public static IntegrationManager create(ManagerConfig config) {
        throw new UnsupportedOperationException(config.toString());
    }
}
