package io.claviger.internal.signin;

import io.claviger.spi.SignInRequest;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;

/** Makes what nobody must guess: 256 random bits each (RFC 6749 section 10.10, RFC 7636 section 7.1). */
final class RandomText {

    private static final int BYTES = 32;

    // of one manager: seeding may block, which an initialiser must not
    private final SecureRandom random = new SecureRandom();

    String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    SignInRequest request(URI redirect) {
        return SignInRequest.of(redirect, next(), next(), next());
    }
}
