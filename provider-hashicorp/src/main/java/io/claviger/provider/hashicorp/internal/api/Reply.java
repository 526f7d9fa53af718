package io.claviger.provider.hashicorp.internal.api;

import io.claviger.spi.VaultFailure;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * What the server answered: status, headers, and a body of JSON if it is one. Immutable; {@link #toString()} shows the
 * status alone.
 */
public final class Reply {

    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;
    private final @Nullable Json json;

    Reply(int status, HttpHeaders headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.json = parse(headers, body);
    }

    private static @Nullable Json parse(HttpHeaders headers, byte[] body) {
        @Nullable String type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
        boolean isJson = type != null && type.toLowerCase(Locale.ROOT).startsWith("application/json");
        return isJson ? decode(body).flatMap(Json::parseObject).orElse(null) : null;
    }

    /** Malformed text is no JSON: replaced characters would change a secret without notice. */
    private static Optional<String> decode(byte[] body) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the HTTP status.
     *
     * @return the status
     */
    public int status() {
        return status;
    }

    /**
     * Tells whether the request succeeded.
     *
     * @return {@code true} for statuses from 200 to 299
     */
    public boolean succeeded() {
        return status >= 200 && status < 300;
    }

    /**
     * Returns a header.
     *
     * @param name its name
     * @return its first value; empty if it is not there
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    /**
     * Tells whether the body is a JSON object, as all answers of the server with a body are.
     *
     * @return {@code true} if so
     */
    public boolean isJson() {
        return json != null;
    }

    /**
     * Returns a member of the answer.
     *
     * @param name its name
     * @return its value; empty if there is none, or if the body is not JSON
     */
    public Optional<Json> member(String name) {
        return json == null ? Optional.empty() : json.member(name);
    }

    /**
     * Returns a member of a successful answer.
     *
     * @param name its name
     * @return its value
     * @throws VaultFailure if there is none, or if the body is not JSON
     */
    public Json require(String name) {
        return member(name).orElseThrow(Reply::notUnderstood);
    }

    /**
     * Returns what the server complains about.
     *
     * @return its messages; not to be shown to anybody
     */
    public List<String> errors() {
        return member("errors").map(Json::elements).orElse(List.of()).stream()
                .map(Json::text)
                .toList();
    }

    /**
     * Tells whether a message of the server contains a text.
     *
     * @param text what to look for
     * @return {@code true} if so
     */
    public boolean complains(String text) {
        return errors().stream().anyMatch(error -> error.contains(text));
    }

    /**
     * Tells whether the body begins with a text, for the few answers that are not JSON.
     *
     * @param text ASCII characters
     * @return {@code true} if so
     */
    public boolean begins(String text) {
        int compared = Math.min(text.length(), body.length);
        return new String(body, 0, compared, StandardCharsets.ISO_8859_1).equals(text);
    }

    /**
     * Returns the failure for an answer that is not what the interface promises.
     *
     * @return the failure
     */
    public static VaultFailure notUnderstood() {
        return VaultFailure.of(
                VaultFailure.Kind.UNAVAILABLE,
                "The answer is not one of a Vault server; check the address, and what stands between.");
    }

    @Override
    public String toString() {
        return "Reply[" + status + "]";
    }
}
