package io.claviger.examples.teamvault;

import io.claviger.SecretValue;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes a secret of several fields as JSON. What the {@link Mint} makes needs no escapes. */
final class JsonObject {

    private JsonObject() {}

    static String of(Map<String, SecretValue> fields) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .map(field -> "\"" + field.getKey() + "\":\""
                                + field.getValue().revealText() + "\"")
                        .collect(Collectors.joining(",", "{", "}"));
    }
}
