package io.claviger.testkit.contract;

import java.net.URI;
import java.util.List;

/** What the test of a provider says about people who sign in at the vault's own page. */
public abstract class VaultPeople extends VaultFaults {

    /** Creates the part of a test that knows people. */
    VaultPeople() {}

    /**
     * Returns where the page sends people back to, as it is registered with the vault ({@link Capability#SIGN_IN}). By
     * default {@code https://host.example/callback}, where nobody has to listen.
     *
     * @return an address that {@code IntegrationManager.beginSignIn} takes
     */
    protected URI redirect() {
        return URI.create("https://host.example/callback");
    }

    /**
     * Has a person sign in at the page, as they do in a browser, and the page is content ({@link Capability#SIGN_IN}). A
     * page that is only played must do what a real one does: remember the code challenge, and see to it that each code is
     * redeemed once, with the code verifier that belongs to it.
     *
     * @param page the address that the provider has given
     * @param person {@code ana} or {@code ben}, each of an identity of their own; both may read what
     *     {@link VaultUnderTest#credentials()} may
     * @return where the browser is sent back to
     * @throws Exception if the page cannot be visited
     */
    protected URI visit(URI page, String person) throws Exception {
        throw missing("visit", Capability.SIGN_IN);
    }

    /**
     * Returns what the vault has given to sessions of people who signed in: what must show nowhere
     * ({@link Capability#SIGN_IN}).
     *
     * @return the tokens until now, one for each code that was redeemed
     */
    protected List<String> signInTokens() {
        throw missing("signInTokens", Capability.SIGN_IN);
    }
}
