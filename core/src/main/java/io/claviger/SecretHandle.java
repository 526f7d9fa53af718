package io.claviger;

/**
 * The fast way to read one name again and again.
 *
 * <p>A read of a cached value takes no lock, reads no clock and allocates nothing, and honours expiration, reset,
 * relink, disconnect and changed rights as {@link SecretResolver#resolve(String)} does.
 */
public interface SecretHandle {

    /**
     * Returns the name that this handle is bound to.
     *
     * @return the secret name
     */
    String name();

    /**
     * Returns the current value.
     *
     * @return the value
     * @throws UnresolvedException if there is none, with reason and remedy
     * @throws AccessRefusedException if the actor of the resolver may not resolve names
     */
    SecretValue get();

    /**
     * Tells a listener when the content of the name changes, and keeps the secret fresh without anybody reading it. What
     * the name has now is read in the background and causes no call.
     *
     * @param listener who is told
     * @return the watch, to be closed when the listener is not interested any more
     * @throws AccessRefusedException if the actor of the resolver may not resolve names
     */
    SecretWatch onChange(ChangeListener listener);
}
