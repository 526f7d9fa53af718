package io.claviger;

/** Who sets up integrations of one kind of vault: decided by the provider, obeyed by the {@link AccessPolicy}. */
public enum Administration {
    /** Set up once for the whole team, by its administrators: HashiCorp Vault, for example. */
    TEAM,
    /** Set up by each user for themselves. */
    USER
}
