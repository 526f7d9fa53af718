package io.claviger;

/** What an actor asks to do; the subject of an {@link AccessRequest} and of every event. */
public enum Operation {
    /** Read a secret through a linked name. */
    RESOLVE_NAME("resolve a name"),
    /** Read a secret through a reference that is written directly, with no link. */
    RESOLVE_REFERENCE("resolve a direct reference"),
    /** Link, relink, unlink, enable, disable or restrict a name of the team, or drop its cached value. */
    CHANGE_LINKS("change links of the team"),
    /** The same for a name of one's own. */
    CHANGE_OWN_LINKS("change links of one's own"),
    /** The same for a name of another actor. */
    CHANGE_OTHERS_LINKS("change links of somebody else"),
    /** Store or remove the value of a name that is linked to a vault that can be written. */
    WRITE_VALUE("write a value"),
    /** Connect a new integration, or one that was disconnected. */
    CONNECT("connect an integration"),
    /** Change the settings of an integration. */
    EDIT("edit an integration"),
    /** Sign in to an integration where people sign in one by one, for oneself. */
    AUTHENTICATE("sign in to an integration"),
    /** Give new credentials to the shared session of an integration. */
    REAUTHENTICATE("reauthenticate an integration"),
    /** Give an integration of one's own to the team. */
    SHARE("share an integration"),
    /** Restrict what may be read through an integration, and where its values may be sent. */
    CHANGE_SCOPE("change the scope of an integration"),
    /** Disconnect an integration: revoke its session and drop its values. */
    DISCONNECT("disconnect an integration"),
    /** Change the expiration of cached values, or drop all of them. */
    CONFIGURE_CACHE("configure the cache"),
    /** Act on what an actor has who leaves or whose roles change. */
    MANAGE_ACTORS("manage actors"),
    /** Save or read what can be shared of integrations and links. */
    EXPORT_SETUP("export the setup"),
    /** Bring integrations and links in from elsewhere. */
    IMPORT_SETUP("import a setup"),
    /** See integrations, links and cache statistics; never a value. */
    INSPECT("inspect integrations and links"),
    /** Read or change secrets in a script, through {@link ScriptVault}; what the script asks for is asked about as well. */
    USE_SCRIPT("use secrets in a script"),
    /** Allow the scripts of a collection or workspace to use secrets on one's behalf. */
    ALLOW_SCRIPTS("allow scripts to use secrets"),
    /** Deny it to them. */
    DENY_SCRIPTS("deny secrets to scripts"),
    /** Take back what was decided about scripts. */
    RESET_SCRIPTS("reset decisions about scripts");

    private final String description;

    Operation(String description) {
        this.description = description;
    }

    /**
     * Returns the operation in words, as used in messages.
     *
     * @return a phrase such as {@code disconnect an integration}
     */
    public String description() {
        return description;
    }
}
