package io.claviger;

import java.util.Map;
import java.util.Set;

/**
 * Keeps some names fresh without anybody reading them, and tells a listener when their content changes: after a rotation,
 * a relink, a reset or a reconnection. Safe for use by several threads.
 *
 * <p>Their secrets are read again on schedule, before they expire. A watch holds no value itself.
 */
public interface SecretWatch extends AutoCloseable {

    /**
     * Returns the watched names.
     *
     * @return at least one name
     */
    Set<String> names();

    /**
     * Returns what the names resolve to now, as {@link SecretResolver#resolveAll} does: fields of one secret match.
     *
     * @return one resolution for each name
     * @throws AccessRefusedException if the actor of the resolver may not resolve names any more
     */
    Map<String, Resolution> current();

    /** Ends the watch. No call of its listener begins after that. Closing again does nothing. */
    @Override
    void close();
}
