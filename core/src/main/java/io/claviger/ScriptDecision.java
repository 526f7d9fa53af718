package io.claviger;

/**
 * What a person answers to the question whether scripts may use secrets.
 *
 * <p>An answer <em>once</em> holds for the {@link ScriptVault} that asked, and for those that waited for the same answer; any
 * other is remembered until it is reset or the manager is closed.
 */
public enum ScriptDecision {
    /** Yes, this time. */
    ALLOW_ONCE(true, Scope.RUN),
    /** Yes, for the origin of the script. */
    ALLOW(true, Scope.ORIGIN),
    /** Yes, for the whole workspace of the script; the same as {@link #ALLOW} if it is in none. */
    ALLOW_WORKSPACE(true, Scope.WORKSPACE),
    /** No, this time. */
    DENY_ONCE(false, Scope.RUN),
    /** No, for the origin of the script. */
    DENY(false, Scope.ORIGIN),
    /** No, for the whole workspace of the script; the same as {@link #DENY} if it is in none. */
    DENY_WORKSPACE(false, Scope.WORKSPACE);

    private final boolean allowed;
    private final Scope scope;

    ScriptDecision(boolean allowed, Scope scope) {
        this.allowed = allowed;
        this.scope = scope;
    }

    /**
     * Tells whether secrets may be used.
     *
     * @return {@code true} if so
     */
    public boolean allowed() {
        return allowed;
    }

    /**
     * Returns what the answer holds for.
     *
     * @return the scope
     */
    public Scope scope() {
        return scope;
    }

    /** What an answer holds for. */
    public enum Scope {
        /** One run of a script. */
        RUN,
        /** Every script of the same origin. */
        ORIGIN,
        /** Every script of the same workspace. */
        WORKSPACE
    }
}
