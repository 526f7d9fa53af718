package io.claviger.internal.integration;

import org.jspecify.annotations.Nullable;

/**
 * The right to change an integration. It is asked for the very state that the change replaces, and again if somebody else has
 * replaced that one meanwhile: a right to what was there before is none to what is there now.
 *
 * <p>It calls the host's code, and is never asked while a lock is held.
 */
@FunctionalInterface
public interface Permission {

    /** Permits everything: for what the library does by itself. */
    Permission ALWAYS = now -> {};

    /**
     * Throws what refuses the change, if it is refused.
     *
     * @param now the integration as it is; {@code null} if there is none
     */
    void check(@Nullable Integration now);
}
