package io.claviger.internal.session;

import io.claviger.internal.failure.Failure;
import org.jspecify.annotations.Nullable;

/** Is told what becomes of a session. */
public interface LoginListener {

    /** A login gave a session. */
    void loggedIn();

    /**
     * A login gave none.
     *
     * @param failure why
     */
    void loginFailed(Failure failure);

    /**
     * The vault was asked to let the session last longer.
     *
     * @param failure why it does not; {@code null} if it does
     */
    void renewed(@Nullable Failure failure);

    /** The session is over, by its time or by the vault's word, and no other has taken its place yet. */
    void sessionOver();
}
