package io.claviger.spi;

import io.claviger.ConfigurationException;
import io.claviger.Credentials;
import io.claviger.SecretReference;
import io.claviger.SecretSnapshot;
import java.util.Optional;

/**
 * A connection to one vault: what needs no session. Safe for use by several threads.
 */
public interface VaultClient extends AutoCloseable {

    /**
     * Says what to read for a reference and what to select in it. Pure: contacts nothing and gives equal answers to
     * references that mean the same secret, because the cache keys on the locator.
     *
     * @param reference a reference whose alias is this integration's
     * @return where the value is
     * @throws ConfigurationException if the reference does not fit this kind of vault
     */
    Location locate(SecretReference reference);

    /**
     * Logs in. Called by one thread at a time.
     *
     * @param credentials of a kind that the descriptor lists; not kept unless the protocol needs them at each read
     * @param call deadline and cancellation
     * @return a session, to be used by many threads
     * @throws VaultFailure {@link VaultFailure.Kind#CREDENTIALS_REFUSED} if the vault refuses them
     */
    Session authenticate(Credentials credentials, Call call);

    /**
     * Reads a native form of reference, {@code op://vault/item/field} for example, if it is one of this integration.
     * Pure. By default there is no native form.
     *
     * @param text the text, of at most 4,096 characters
     * @param alias the alias of this integration, for the reference to return
     * @return the reference; empty if the text is not a native form, or belongs to another vault of the same kind
     */
    default Optional<SecretReference> recognize(String text, String alias) {
        return Optional.empty();
    }

    /**
     * Says what to read for the version before the current one, for services that a rotation has not reached yet. Pure. By
     * default the vault keeps no previous version.
     *
     * @param locator what was read
     * @param current what it is now
     * @return what to read; empty if there is no previous version, or if the locator names a version itself
     */
    default Optional<Locator> previousVersion(Locator locator, SecretSnapshot current) {
        return Optional.empty();
    }

    /**
     * Begins the sign-in of a person at the vault's own page. Called only if the descriptor says that there is one
     * ({@link ProviderDescriptor#interactiveSignIn()}). By default there is none.
     *
     * <p>The core makes what must be random and keeps it safe, checks what comes back, and sees to it that it is redeemed
     * once; the provider builds the address of the page and redeems the code.
     *
     * @param request state, nonce, proof key and the address to come back to
     * @param call deadline and cancellation; the vault may be asked where its sign-in page is
     * @return the sign-in
     * @throws VaultFailure if the vault does not say where its sign-in page is
     */
    default PendingSignIn signIn(SignInRequest request, Call call) {
        throw VaultFailure.of(VaultFailure.Kind.MISCONFIGURED, "This kind of vault has no sign-in page for people.");
    }

    /** Releases connections. Called once, after the last read. */
    @Override
    void close();
}
