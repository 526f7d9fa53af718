package io.claviger.internal.json;

import io.claviger.SecretValue;
import java.util.Optional;
import java.util.Set;

/** The text of a JSON object, read by field. */
public final class JsonDocument {
    public static JsonDocument parseObject(String text) {
        throw new UnsupportedOperationException(text);
    }

    public static Optional<JsonDocument> tryParseObject(String text) {
        throw new UnsupportedOperationException(text);
    }

    public Optional<SecretValue> field(String field) {
        throw new UnsupportedOperationException(field);
    }

    public Optional<SecretValue> onlyField() {
        throw new UnsupportedOperationException();
    }

    public Set<String> fieldNames() {
        throw new UnsupportedOperationException();
    }
}
