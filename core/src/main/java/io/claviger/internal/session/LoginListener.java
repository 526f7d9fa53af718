package io.claviger.internal.session;

import io.claviger.internal.failure.Failure;

/** Is told how logins end. */
public interface LoginListener {

    /** A login gave a session. */
    void loggedIn();

    /**
     * A login gave none.
     *
     * @param failure why
     */
    void loginFailed(Failure failure);
}
