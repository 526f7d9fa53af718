package io.claviger;

import java.util.List;
import java.util.Set;

/**
 * What importing a {@link Setup} would change, to be looked at before it is done.
 *
 * <p>A plan is good for one manager and one actor, and only while nothing else changes integrations or links.
 */
public interface SetupImport {

    /** What becomes of the integrations and links of the team that the setup does not hold. */
    enum Mode {
        /** They stay as they are. */
        MERGE,
        /** They are disconnected and removed. */
        REPLACE
    }

    /**
     * Returns what would change.
     *
     * @return the changes: integrations by alias, then links by name; empty if everything is as the setup says
     */
    List<SetupChange> changes();

    /**
     * Returns what stands against it.
     *
     * @return one sentence each, with what to do; the import is refused unless empty
     */
    List<String> conflicts();

    /**
     * Returns what a person has to agree to, because it sends credentials or values elsewhere or opens more to be read.
     *
     * @return the confirmations; empty if none is needed
     */
    Set<Confirmation> confirmationsNeeded();

    /**
     * Makes all changes, or none. Contacts no vault, except to end sessions of integrations that are disconnected by it.
     *
     * <p>New integrations are disconnected until somebody connects them with credentials; those whose settings change are
     * disconnected, and lose session, values and credentials.
     *
     * @param given what was agreed to; all of {@link #confirmationsNeeded()}
     * @return the changes made
     * @throws ConfigurationException if there are conflicts, a confirmation is missing, integrations or links have changed
     *     since the plan was made, or the setup store cannot be written; then nothing has changed
     * @throws AccessRefusedException if the actor may not do by hand what the import stands for; then nothing has changed
     */
    List<SetupChange> apply(Set<Confirmation> given);
}
