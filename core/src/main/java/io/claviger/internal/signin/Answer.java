package io.claviger.internal.signin;

import io.claviger.Reason;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;
import io.claviger.spi.SignInCallback;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What came back from a sign-in page (RFC 6749 sections 4.1.2 and 4.1.2.1): a state, with a code or an error. Anybody may
 * have made it up.
 */
public final class Answer {

    private static final int LONGEST_QUERY = 16 * 1024;
    private static final int MOST_PARAMETERS = 64;
    private static final Pattern ERROR = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    private final String state;
    private final Map<String, String> parameters;

    private Answer(String state, Map<String, String> parameters) {
        this.state = state;
        this.parameters = parameters;
    }

    /**
     * Reads a query.
     *
     * @param query the query of a callback, as it was sent; {@code null} if there was none
     * @return the answer; empty if it is malformed, has a parameter twice, or lacks a state or what belongs to it
     */
    public static Optional<Answer> parse(@Nullable String query) {
        if (query == null || query.length() > LONGEST_QUERY) {
            return Optional.empty();
        }
        Map<String, String> parameters = decoded(query);
        String state = parameters.getOrDefault("state", "");
        boolean code = !parameters.getOrDefault("code", "").isEmpty();
        return state.isEmpty() || code == parameters.containsKey("error")
                ? Optional.empty()
                : Optional.of(new Answer(state, parameters));
    }

    // empty if it is malformed
    private static Map<String, String> decoded(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        String[] pairs = query.split("&", MOST_PARAMETERS + 1);
        if (pairs.length > MOST_PARAMETERS) {
            return Map.of();
        }
        try {
            for (String pair : pairs) {
                int sign = pair.indexOf('=');
                String name = decode(sign < 0 ? pair : pair.substring(0, sign));
                if (parameters.put(name, sign < 0 ? "" : decode(pair.substring(sign + 1))) != null) {
                    return Map.of();
                }
            }
            return parameters;
        } catch (IllegalArgumentException e) {
            return Map.of();
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /**
     * Reads what a host was called back with.
     *
     * @param callback the whole address, or its query alone
     * @return the answer; empty if it is none
     */
    public static Optional<Answer> parse(URI callback) {
        return callback.getRawFragment() == null ? parse(callback.getRawQuery()) : Optional.empty();
    }

    String state() {
        return state;
    }

    /**
     * Returns what is to be redeemed.
     *
     * @return the code, and what came with it
     * @throws FailureException if the sign-in page gave an error instead; its description is anybody's text and goes no
     *     further
     */
    SignInCallback callback() {
        String error = parameters.get("error");
        if (error != null) {
            String shown = ERROR.matcher(error).matches() ? error : "an error of a form that it must not have";
            throw new FailureException(
                    Failure.of(Reason.REAUTHENTICATION_REQUIRED, "The sign-in page answered " + shown + "."));
        }
        return SignInCallback.of(parameters);
    }

    @Override
    public String toString() {
        return "Answer[...]";
    }
}
