package io.claviger;

import java.util.Locale;

/**
 * Why a reference has no value: each constant with a remedy that a person can follow.
 *
 * <p>A reference is <em>empty</em> when nothing is there to be had, and <em>unresolved</em> when a value exists, or may
 * exist, and cannot be reached now; {@link #empty()} tells the two apart.
 */
public enum Reason {
    /** No link has this name. */
    NOT_LINKED(true, "Link the name to a secret, or correct its spelling."),
    /** The link is switched off. */
    LINK_DISABLED(false, "Enable the link."),
    /** The value may not be sent to this target, or no target was named. */
    DOMAIN_NOT_ALLOWED(false, "Send it to an allowed domain, or have the domain allowed."),
    /** The reference is outside the scope of the integration. */
    OUT_OF_SCOPE(false, "Link the name to a secret in scope, or have the scope widened."),
    /** The roles of the actor do not permit this secret. */
    ROLE_NOT_PERMITTED(false, "Ask an administrator for a role that permits it."),
    /** The integration was disconnected, or none with this alias was ever connected. */
    DISCONNECTED(false, "Connect the integration; its links work again as they are."),
    /** The integration has no valid session and no credentials to get one. */
    REAUTHENTICATION_REQUIRED(false, "Reauthenticate the integration with valid credentials."),
    /** The integration's settings, or the reference itself, do not fit the vault. */
    MISCONFIGURED(false, "Correct the settings of the integration or the reference."),
    /** The vault did not answer, or not in time. */
    UNREACHABLE(false, "Check that the vault is up and reachable from here, then try again."),
    /** The vault asks for fewer requests. */
    THROTTLED(false, "Wait and try again; raise the expiration if this happens often."),
    /** The vault, or this host's access policy, refuses to show the secret. */
    DENIED(false, "Ask whoever administers the vault for read access to this secret."),
    /** The vault has no such secret. */
    NOT_FOUND(true, "Check the path of the secret, and link the name again if it moved."),
    /** The secret exists, and has no such version. */
    VERSION_NOT_FOUND(true, "Drop the version from the reference, or name one that exists."),
    /** The secret exists, and has no such field. */
    FIELD_NOT_FOUND(true, "Name a field that the secret has."),
    /** The secret was deleted or destroyed, or is scheduled for deletion. */
    DELETED(false, "Restore the secret in the vault, or link the name to another one."),
    /** The secret is switched off in the vault. */
    DISABLED_IN_VAULT(false, "Enable the secret in the vault.");

    private static final String ERRORS_PAGE = "docs/errors.md#";

    private final boolean empty;
    private final String remedy;

    Reason(boolean empty, String remedy) {
        this.empty = empty;
        this.remedy = remedy;
    }

    /**
     * Tells an empty reference from an unresolved one.
     *
     * @return {@code true} if there is nothing to be had; {@code false} if a value may exist and cannot be reached now
     */
    public boolean empty() {
        return empty;
    }

    /**
     * Returns what a person can do about it.
     *
     * @return one sentence
     */
    public String remedy() {
        return remedy;
    }

    /**
     * Returns where the documentation explains this reason.
     *
     * @return a page of this project with an anchor, {@code docs/errors.md#not-linked} for example
     */
    public String documentation() {
        return ERRORS_PAGE + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
