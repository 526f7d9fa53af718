package io.claviger.internal.manager;

import io.claviger.IntegrationManager;
import io.claviger.internal.setup.SetupJournal;

/** Puts a manager together. */
public final class Managers {

    private Managers() {}

    /**
     * Returns a manager.
     *
     * @param config what the builder was told
     * @return a manager that acts for the host itself
     * @throws io.claviger.ConfigurationException if the setup store is broken or holds what no provider knows
     */
    @SuppressWarnings("DoNotCallSuggester") // no manager exists yet
    public static IntegrationManager create(ManagerConfig config) {
        SetupJournal journal = SetupJournal.open(config.setupStore());
        ManagerCore core = new ManagerCore(config, journal);
        try {
            if (config.setupStore() != null) {
                new Restoration(core, config.credentials()).restore(journal.current());
            }
        } catch (RuntimeException e) {
            core.close();
            throw e;
        }
        return new ManagerView(core, null);
    }
}
