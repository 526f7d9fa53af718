package io.claviger.testservers;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a {@link StubServer} was asked.
 *
 * @param method the HTTP method
 * @param path the path as it was sent, encoded
 * @param headers the headers, their names capitalised at the first letter only
 */
public record StubRequest(String method, String path, Map<String, List<String>> headers) {

    /**
     * Returns a header.
     *
     * @param name its name, in any case
     * @return its first value; empty if it was not sent
     */
    public Optional<String> header(String name) {
        String capitalised = name.substring(0, 1).toUpperCase(Locale.ROOT)
                + name.substring(1).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(headers.get(capitalised)).map(values -> values.get(0));
    }
}
