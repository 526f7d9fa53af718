package io.claviger.provider.hashicorp.internal.api;

import com.fasterxml.jackson.core.ErrorReportConfiguration;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * JSON taken apart without changing a character of it: objects, arrays and numbers keep the text that the server wrote.
 * Immutable; {@link #toString()} shows the kind alone, because the text may be secret.
 */
public final class Json {

    // field names are the users' own: they stay out of tables that outlive the answer
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            // its exceptions go no further, but a flight recording may keep their messages, which quote by default
            .errorReportConfiguration(ErrorReportConfiguration.builder()
                    .maxErrorTokenLength(0)
                    .maxRawContentLength(0)
                    .build())
            .build();

    private final JsonToken kind;
    private final String text;

    private Json(JsonToken kind, String text) {
        this.kind = kind;
        this.text = text;
    }

    /**
     * Reads one object.
     *
     * @param text what a server sent
     * @return the object; empty if the text is anything else
     */
    public static Optional<Json> parseObject(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            Json object = current(parser, text);
            return parser.nextToken() == null ? Optional.of(object) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns a member of this object.
     *
     * @param name its name
     * @return its value; empty if there is none, if it is {@code null}, or if this is not an object
     */
    public Optional<Json> member(String name) {
        return Optional.ofNullable(members().get(name)).filter(value -> value.kind != JsonToken.VALUE_NULL);
    }

    /**
     * Returns the members of this object.
     *
     * @return names and values; empty if this is not an object
     */
    public Map<String, Json> members() {
        Map<String, Json> members = new LinkedHashMap<>();
        if (isObject()) {
            read(parser -> {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    members.put(name, current(parser, text));
                }
            });
        }
        return members;
    }

    /**
     * Returns the elements of this array.
     *
     * @return the elements; empty if this is not an array
     */
    public List<Json> elements() {
        List<Json> elements = new ArrayList<>();
        if (kind == JsonToken.START_ARRAY) {
            read(parser -> {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(current(parser, text));
                }
            });
        }
        return elements;
    }

    /**
     * Tells whether this is an object.
     *
     * @return {@code true} if so
     */
    public boolean isObject() {
        return kind == JsonToken.START_OBJECT;
    }

    /**
     * Tells whether this is {@code true}.
     *
     * @return {@code false} for anything else
     */
    public boolean isTrue() {
        return kind == JsonToken.VALUE_TRUE;
    }

    /**
     * Returns the content of a string, or the text of anything else as the server wrote it.
     *
     * @return the text
     */
    public String text() {
        return text;
    }

    /**
     * Returns this string.
     *
     * @return its content; empty if this is not a string, or if it is an empty one
     */
    public Optional<String> string() {
        return kind == JsonToken.VALUE_STRING && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    /**
     * Returns this whole number.
     *
     * @return the number; empty if this is not a whole number, or too large
     */
    public Optional<Long> number() {
        if (kind != JsonToken.VALUE_NUMBER_INT) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The text was read once as a whole, so it is well formed. */
    private void read(Reading reading) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            reading.read(parser);
        } catch (IOException e) {
            throw new IllegalStateException("JSON that was read once cannot be read again.");
        }
    }

    /** Reads the value that the parser stands on, and leaves the parser at its last token. */
    private static Json current(JsonParser parser, String source) throws IOException {
        JsonToken kind = parser.currentToken();
        if (!kind.isStructStart()) {
            return new Json(kind, parser.getText());
        }
        int start = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        return new Json(
                kind, source.substring(start, (int) parser.currentLocation().getCharOffset()));
    }

    @Override
    public String toString() {
        return "Json[" + kind + "]";
    }

    /** Reads on from the first token. */
    @FunctionalInterface
    private interface Reading {
        void read(JsonParser parser) throws IOException;
    }
}
