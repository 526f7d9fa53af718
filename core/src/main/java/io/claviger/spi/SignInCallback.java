package io.claviger.spi;

import java.util.Map;
import java.util.Optional;

/**
 * What a person has brought back from the sign-in page (RFC 6749 section 4.1.2): a code, and perhaps more. The core has
 * checked the state, and that no parameter comes twice.
 *
 * <p>Immutable; {@link #toString()} shows nothing of it.
 */
public final class SignInCallback {

    private final String code;
    private final Map<String, String> parameters;

    private SignInCallback(String code, Map<String, String> parameters) {
        this.code = code;
        this.parameters = Map.copyOf(parameters);
    }

    /**
     * Returns a callback, as the core makes it; for the tests of a provider too.
     *
     * @param parameters the parameters, decoded
     * @return the callback
     * @throws IllegalArgumentException if there is no parameter {@code code}
     */
    public static SignInCallback of(Map<String, String> parameters) {
        String code = parameters.get("code");
        if (code == null || code.isEmpty()) {
            throw new IllegalArgumentException("A callback has a parameter named code.");
        }
        return new SignInCallback(code, parameters);
    }

    /**
     * Returns the authorization code. It can be redeemed once.
     *
     * @return the code, as the sign-in page gave it
     */
    public String code() {
        return code;
    }

    /**
     * Returns one parameter: {@code iss} for example, which a provider compares with the issuer that it expects (RFC 9207).
     *
     * @param name its name
     * @return its value, decoded; empty if it is not there
     */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    @Override
    public String toString() {
        return "SignInCallback[...]";
    }
}
