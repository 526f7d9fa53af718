package io.claviger;

import java.util.List;

/**
 * Secrets for scripts that the host runs, and what was decided about them.
 *
 * <p>By default off: every script is denied. {@link IntegrationManagerBuilder#scripts(ScriptPrompt)} turns it on. From then on
 * a person is asked about each collection or workspace, and the answer is remembered until it is reset; it does not outlive
 * the manager, but {@link #grants()} can be saved and given again by {@link #allow} and {@link #deny}.
 *
 * <p>Decisions are those of one actor: they hold for scripts that run on that actor's behalf
 * ({@code manager.as(actor).scripts()}), and neither for another actor's nor for the host's own. What is decided about a
 * collection goes before what is decided about its workspace.
 *
 * <p>Give a script its {@link ScriptVault} and nothing else. Safe for use by several threads.
 */
public interface ScriptAccess {

    /**
     * Returns what one run of a script is given.
     *
     * @param origin where the script comes from
     * @return its view of the secrets; nobody is asked before its first call
     */
    ScriptVault forScript(ScriptOrigin origin);

    /**
     * Allows the scripts of an origin to use secrets, at once: an open question about it is answered by this.
     *
     * @param origin where the scripts come from
     * @throws ConfigurationException if script access is off
     */
    void allow(ScriptOrigin origin);

    /**
     * Denies secrets to the scripts of an origin, at once: an open question about it is answered by this, and a value that is
     * being read is not handed over.
     *
     * @param origin where the scripts come from
     */
    void deny(ScriptOrigin origin);

    /**
     * Forgets what was decided about an origin, at once: its next call asks again, in a script that is running too. Calls that
     * wait for an answer are refused.
     *
     * @param origin where the scripts come from
     */
    void reset(ScriptOrigin origin);

    /** Forgets everything that this actor decided, as {@link #reset} does. */
    void resetAll();

    /**
     * Returns what is remembered.
     *
     * @return the decisions of this actor, by kind and id
     */
    List<ScriptGrant> grants();
}
