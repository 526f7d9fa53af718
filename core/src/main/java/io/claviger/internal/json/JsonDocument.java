package io.claviger.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.claviger.SecretValue;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The text of a JSON object, read by field. The text is checked once, and kept as it was written: numbers are never
 * converted. Of keys that an object has twice the last counts.
 *
 * <p>Immutable. No exception and no {@link #toString()} shows anything of the text.
 */
public final class JsonDocument {

    // transient: serializers that read fields reflectively skip it
    private final transient String text;

    private JsonDocument(String text) {
        this.text = text;
    }

    /**
     * Reads an object.
     *
     * @param text the text of one JSON object
     * @return the object
     * @throws IllegalArgumentException if the text is anything else; the message does not quote it
     */
    public static JsonDocument parseObject(String text) {
        return tryParseObject(text).orElseThrow(JsonDocument::notAnObject);
    }

    /**
     * Reads an object if there is one.
     *
     * @param text any text
     * @return the object; empty if the text is not exactly one JSON object
     */
    public static Optional<JsonDocument> tryParseObject(String text) {
        return isObject(text) ? Optional.of(new JsonDocument(text)) : Optional.empty();
    }

    /**
     * Returns one field: strings without quotes and escapes, anything else exactly as it is written.
     *
     * @param field a top-level key, or a pointer (RFC 6901) if it begins with {@code /}
     * @return its value; empty if there is no such field, or if it is {@code null}
     */
    public Optional<SecretValue> field(String field) {
        if (!JsonPointer.isPointer(field)) {
            return at(List.of(field));
        }
        return JsonPointer.malformedAt(field) < 0 ? at(JsonPointer.tokens(field)) : Optional.empty();
    }

    /**
     * Returns the field of an object that has just one.
     *
     * @return its value; empty if there is not exactly one top-level key, or if its value is {@code null}
     */
    public Optional<SecretValue> onlyField() {
        Set<String> names = fieldNames();
        return names.size() == 1 ? at(List.copyOf(names)) : Optional.empty();
    }

    /**
     * Returns the names of the fields.
     *
     * @return the top-level keys, in the order of the text
     */
    public Set<String> fieldNames() {
        try (JsonParser parser = JsonTexts.parser(text)) {
            Set<String> names = new LinkedHashSet<>();
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                names.add(parser.currentName());
                parser.nextToken();
                parser.skipChildren();
            }
            return Collections.unmodifiableSet(names);
        } catch (IOException e) {
            throw changed();
        }
    }

    /**
     * Tells whether another document has the same text, in time that does not depend on where they differ.
     *
     * @param other another document
     * @return {@code true} if the texts are equal
     */
    public boolean hasSameTextAs(JsonDocument other) {
        return SecretValue.ofText(text).hasSameContentAs(SecretValue.ofText(other.text));
    }

    private Optional<SecretValue> at(List<String> tokens) {
        try (JsonParser parser = JsonTexts.parser(text)) {
            parser.nextToken();
            return new PointerWalk(parser, text, tokens).value().map(SecretValue::ofText);
        } catch (IOException e) {
            throw changed();
        }
    }

    private static boolean isObject(String text) {
        try (JsonParser parser = JsonTexts.parser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            parser.skipChildren();
            return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }

    private static IllegalArgumentException notAnObject() {
        return new IllegalArgumentException(
                "The text is not one JSON object. Give a text that begins with { and ends with the matching }.");
    }

    // the parser's own exception is never chained: its message could quote the text
    private static IllegalStateException changed() {
        return new IllegalStateException("A JSON text that was read before cannot be read again.");
    }

    /** Returns a constant that says that a document is hidden here. */
    @Override
    public String toString() {
        return "JsonDocument[redacted]";
    }
}
