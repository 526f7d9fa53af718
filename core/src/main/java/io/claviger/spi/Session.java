package io.claviger.spi;

import io.claviger.SecretLease;
import io.claviger.SecretSnapshot;
import io.claviger.SecretValue;
import java.time.Duration;
import java.util.Optional;

/**
 * Proof of authentication, and what is done with it. Safe for use by several threads.
 *
 * <p>Its {@link Object#toString()} must not show tokens.
 */
public interface Session {

    /**
     * Reads one secret.
     *
     * @param locator what to read, made by {@link VaultClient#locate}
     * @param call deadline and cancellation
     * @return all fields of one version
     * @throws VaultFailure if the vault gives none; {@link VaultFailure.Kind#SESSION_ENDED} makes the core log in again
     *     and repeat the read once
     */
    SecretSnapshot read(Locator locator, Call call);

    /**
     * Returns how long this session lasts, counted from the login, unless it is renewed. By default without limit.
     *
     * @return its life; empty if the vault names no end
     */
    default Optional<Duration> lifetime() {
        return Optional.empty();
    }

    /**
     * Tells whether the vault can make this session last longer. By default it cannot, and the core logs in again.
     *
     * @return {@code true} if {@link #renew} may be called
     */
    default boolean renewable() {
        return false;
    }

    /**
     * Makes this session last longer. Called in good time before its end, and only while it is {@link #renewable()}.
     *
     * @param call deadline and cancellation
     * @return how long it lasts from now; empty if the vault does not renew it any more
     * @throws VaultFailure {@link VaultFailure.Kind#SESSION_ENDED} if the session is over; any other kind if it could not
     *     be renewed for the moment
     */
    default Optional<Duration> renew(Call call) {
        return Optional.empty();
    }

    /**
     * Finds out cheaply whether a secret is still the same as when it was read, without reading it: by the version that the
     * vault names, for example. By default it cannot be told.
     *
     * @param locator what was read
     * @param known what was read then
     * @param call deadline and cancellation
     * @return {@code true} if it is certainly the same; {@code false} if it has changed or that cannot be told
     * @throws VaultFailure if the vault does not say; the secret is then read
     */
    default boolean unchanged(Locator locator, SecretSnapshot known, Call call) {
        return false;
    }

    /**
     * Makes a lease last longer, whose snapshot says that it is renewable. By default it cannot be done.
     *
     * @param lease the lease, of a snapshot that this session has read
     * @param call deadline and cancellation
     * @return how long it lasts from now; empty if the vault does not renew it any more
     * @throws VaultFailure if it could not be renewed for the moment
     */
    default Optional<Duration> renewLease(SecretLease lease, Call call) {
        return Optional.empty();
    }

    /**
     * Ends a lease, and with it the credential that the vault made. By default there is nothing to end.
     *
     * @param lease the lease, of a snapshot that this session has read
     * @param call deadline and cancellation
     * @return {@code true} if the vault confirmed it, {@code false} if there was nothing to end
     * @throws VaultFailure if the vault did not confirm it
     */
    default boolean revokeLease(SecretLease lease, Call call) {
        return false;
    }

    /**
     * Returns whom the vault takes this session for, so that a reauthentication as somebody else is noticed: an
     * account, a tenant, an entity. By default not known.
     *
     * @return a stable text that is not secret; empty if the vault does not say
     */
    default Optional<String> identity() {
        return Optional.empty();
    }

    /**
     * Ends this session in the vault, if this login created it. By default there is nothing to end.
     *
     * @param call deadline and cancellation
     * @return {@code true} if the vault confirmed it, {@code false} if there was nothing to end: a token handed in by
     *     the host, for example
     * @throws VaultFailure if the vault did not confirm it
     */
    default boolean revoke(Call call) {
        return false;
    }

    /**
     * Stores a value. Called only if the descriptor says that the vault can be written.
     *
     * @param locator where to store it
     * @param value what to store
     * @param call deadline and cancellation
     * @throws VaultFailure if it could not be stored
     */
    default void write(Locator locator, SecretValue value, Call call) {
        throw VaultFailure.of(VaultFailure.Kind.MISCONFIGURED, "This kind of vault is read-only.");
    }

    /**
     * Removes a secret. Called only if the descriptor says that the vault can be written. Removing what is not there
     * does nothing.
     *
     * @param locator what to remove
     * @param call deadline and cancellation
     * @throws VaultFailure if it could not be removed
     */
    default void erase(Locator locator, Call call) {
        throw VaultFailure.of(VaultFailure.Kind.MISCONFIGURED, "This kind of vault is read-only.");
    }
}
