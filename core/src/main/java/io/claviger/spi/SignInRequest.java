package io.claviger.spi;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * What the core has made for the sign-in of one person, for a provider to put into the address of the vault's sign-in
 * page (RFC 6749 section 4.1.1, RFC 7636) and to redeem the code with.
 *
 * <p>State, nonce and code verifier are random and of this one sign-in; the core itself checks that the state comes back.
 * Immutable; {@link #toString()} shows none of them.
 */
public final class SignInRequest {

    /** The parameter {@code code_challenge_method}: never {@code plain}. */
    public static final String CHALLENGE_METHOD = "S256";

    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    private final URI redirect;
    private final String state;
    private final String nonce;
    private final String codeVerifier;

    private SignInRequest(URI redirect, String state, String nonce, String codeVerifier) {
        this.redirect = redirect;
        this.state = state;
        this.nonce = nonce;
        this.codeVerifier = codeVerifier;
    }

    /**
     * Returns a request, as the core makes it; for the tests of a provider too.
     *
     * @param redirect where the sign-in page sends the person back to
     * @param state what it has to send back with them
     * @param nonce what an identity token has to contain
     * @param codeVerifier 43 to 128 unreserved characters
     * @return the request
     * @throws IllegalArgumentException if the verifier is not as RFC 7636 section 4.1 wants it
     */
    public static SignInRequest of(URI redirect, String state, String nonce, String codeVerifier) {
        if (!VERIFIER.matcher(codeVerifier).matches()) {
            throw new IllegalArgumentException("A code verifier has 43 to 128 letters, digits and characters of -._~");
        }
        return new SignInRequest(redirect, state, nonce, codeVerifier);
    }

    /**
     * Returns where the sign-in page sends the person back to, the parameter {@code redirect_uri}. The same text must be
     * sent when the code is redeemed.
     *
     * @return an absolute address without a fragment
     */
    public URI redirect() {
        return redirect;
    }

    /**
     * Returns the parameter {@code state}.
     *
     * @return 256 random bits in base64url
     */
    public String state() {
        return state;
    }

    /**
     * Returns the parameter {@code nonce} of OpenID Connect. A provider that gets an identity token must make sure that the
     * token contains it.
     *
     * @return 256 random bits in base64url
     */
    public String nonce() {
        return nonce;
    }

    /**
     * Returns the parameter {@code code_verifier}, to be sent when the code is redeemed and never before.
     *
     * @return 256 random bits in base64url
     */
    public String codeVerifier() {
        return codeVerifier;
    }

    /**
     * Returns the parameter {@code code_challenge}, for the method {@value #CHALLENGE_METHOD} (RFC 7636 section 4.2).
     *
     * @return the SHA-256 of the code verifier in base64url, without padding
     */
    public String codeChallenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(codeVerifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "SignInRequest[...]";
    }
}
