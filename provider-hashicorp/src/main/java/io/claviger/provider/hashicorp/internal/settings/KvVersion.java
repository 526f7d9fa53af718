package io.claviger.provider.hashicorp.internal.settings;

/** The two key-value engines. */
public enum KvVersion {
    /** Keeps one value. */
    ONE,
    /** Keeps versions. */
    TWO
}
