package io.claviger.testkit.contract;

/** What a vault may be able to do, or a test may be able to make it do. */
public enum Capability {
    /** It asks for credentials and refuses wrong ones. */
    CREDENTIALS,
    /** People sign in at a page of its own. To be left out only where there is none. */
    SIGN_IN,
    /** It says whom a session belongs to. */
    IDENTITIES,
    /** It keeps bytes that are no text. */
    BINARY,
    /** It names the version of what was read. */
    VERSIONS,
    /** A reference can name a version. */
    PINNED_VERSIONS,
    /** The version before the current one can be read. */
    PREVIOUS_VERSIONS,
    /** It tells without a read whether a secret is still the same. */
    PROBES,
    /** Secrets can be removed as if they had never been. */
    REMOVAL,
    /** It tells a deleted secret from one that never was. */
    DELETION,
    /** Secrets can be switched off. */
    DISABLING,
    /** It denies secrets to some who may read others. */
    DENIAL,
    /** Values can be stored through the library. */
    WRITING,
    /** A test can end sessions in the vault. */
    ENDED_SESSIONS,
    /** It says how long a session lasts. */
    SESSION_LIFETIMES,
    /** It lets sessions last longer. */
    RENEWAL,
    /** It ends a session when it is asked to. */
    REVOCATION,
    /** It makes credentials under leases. */
    LEASES,
    /** A test can have it ask for fewer requests. */
    THROTTLING,
    /** It says how long to wait when it asks for fewer requests. */
    RETRY_HINTS,
    /** A test can have it be down and come back. */
    OUTAGES,
    /** A test can have it not answer in time. */
    SLOW_REPLIES,
    /** A call to it can be interrupted while it waits. */
    INTERRUPTION,
    /** A test can have it answer what cannot be understood. */
    MALFORMED_REPLIES,
    /** It has settings that can be wrong. */
    SETTINGS,
    /** A service loader finds it. */
    DISCOVERY,
    /** It is reached over HTTPS, and can be told whom to trust. */
    TRUST,
    /** It refuses to send what is secret over plain HTTP to another machine. */
    PLAIN_HTTP_REFUSAL
}
