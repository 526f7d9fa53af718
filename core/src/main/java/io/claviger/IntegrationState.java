package io.claviger;

/** Whether references can be resolved through an integration. Whether its vault answers is {@link Reachability}. */
public enum IntegrationState {
    /** Ready: it has a session, or what it needs to get one at the next read. */
    CONNECTED,
    /** Its session ended and its credentials are used up or were refused. */
    REAUTHENTICATION_REQUIRED,
    /** The vault says that the settings are wrong. */
    MISCONFIGURED,
    /** It was disconnected; its links are kept and unresolved. */
    DISCONNECTED
}
