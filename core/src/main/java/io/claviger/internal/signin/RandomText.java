package io.claviger.internal.signin;

import com.google.common.base.Suppliers;
import io.claviger.spi.SignInRequest;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/** Makes what nobody must guess: 256 random bits each (RFC 6749 section 10.10, RFC 7636 section 7.1). */
final class RandomText {

    private static final int BYTES = 32;

    // of one manager, and made for its first sign-in: it takes its time, which a start does without
    private final Supplier<SecureRandom> random = Suppliers.memoize(SecureRandom::new);

    String next() {
        byte[] bytes = new byte[BYTES];
        random.get().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    SignInRequest request(URI redirect) {
        return SignInRequest.of(redirect, next(), next(), next());
    }
}
