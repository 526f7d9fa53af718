package io.claviger.spi;

import java.net.URI;

/**
 * The sign-in of one person at a vault's own page, begun and not completed. Made by {@link VaultClient#signIn}.
 *
 * <p>It may be dropped at any time without a word: a provider must hold nothing open for it. Its
 * {@link Object#toString()} must not show the address, because it contains the state.
 */
public interface PendingSignIn {

    /**
     * Returns the address of the sign-in page, with everything in its query that the page needs: the redirect, the state,
     * the nonce and the code challenge of the {@link SignInRequest}.
     *
     * @return an absolute address of the scheme {@code https}, or {@code http} where the settings allow it
     */
    URI authorizationUrl();

    /**
     * Redeems the code that the person has brought back, and logs in. Called once at most, because a code is good for one
     * use: what fails is not tried again.
     *
     * @param callback the code, and what came with it
     * @param call deadline and cancellation
     * @return a session, to be used by many threads; it should tell whose it is by {@link Session#identity()}
     * @throws VaultFailure {@link VaultFailure.Kind#CREDENTIALS_REFUSED} if the vault refuses the code or the person
     */
    Session complete(SignInCallback callback, Call call);
}
