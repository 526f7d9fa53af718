package io.claviger.internal.session;

import io.claviger.Disconnection.Revocation;
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
     * There were no credentials for a login, so that the vault was not asked.
     *
     * @param failure says so
     */
    void credentialsMissing(Failure failure);

    /**
     * The vault was asked to let the session last longer.
     *
     * @param failure why it does not; {@code null} if it does
     */
    void renewed(@Nullable Failure failure);

    /** The session is over, by its time or by the vault's word, and no other has taken its place yet. */
    void sessionOver();

    /**
     * Something was ended in the vault, or could not be.
     *
     * @param revocation what became of it
     */
    void revoked(Revocation revocation);
}
