package io.claviger;

/**
 * Is told when watched secrets have new content.
 *
 * <p>Called on a thread of the library, one call at a time for each watch, and never while the library holds a lock. What it
 * throws is logged by type and goes no further; a listener that takes long delays the next call of its own watch and
 * nothing else.
 */
@FunctionalInterface
public interface ChangeListener {

    /**
     * The content of at least one watched name has changed. A secret that was read again and is the same causes no call,
     * and neither does one that cannot be read for the moment.
     *
     * @param change which names, and their values now
     */
    void changed(SecretChange change);
}
