package io.claviger.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import io.claviger.SyntaxException;
import java.io.IOException;

/**
 * Reads a JSON text of others token by token, within narrow bounds. Each complaint names line and column, and quotes nothing
 * of the text.
 *
 * <p>Not safe for use by several threads.
 */
public final class StrictJson {

    private static final int DEEPEST = 16;
    private static final int LONGEST = 1 << 20;
    private static final int LONGEST_NUMBER = 20;
    private static final int LONGEST_NAME = 1_024;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxNameLength(LONGEST_NAME)
                    .build())
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private final JsonParser parser;

    private StrictJson(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Starts to read a text.
     *
     * @param text any text
     * @return a reader before the first token
     */
    public static StrictJson of(String text) {
        try {
            return new StrictJson(FACTORY.createParser(text));
        } catch (IOException e) {
            throw new IllegalStateException("A text in memory cannot be opened.");
        }
    }

    /**
     * Goes on to the next token, whatever it is.
     *
     * @return {@code false} at the end of the text
     * @throws SyntaxException if the text is not JSON
     */
    public boolean next() {
        try {
            return parser.nextToken() != null;
        } catch (JsonProcessingException e) {
            throw at(location(e), "This is not JSON.", "Correct the text here, or export the setup again.");
        } catch (IOException e) {
            throw new IllegalStateException("A text in memory cannot be read.");
        }
    }

    /**
     * Makes sure that the current token begins an object.
     *
     * @throws SyntaxException if it is anything else
     */
    public void requireObject() {
        require(JsonToken.START_OBJECT, "an object");
    }

    /**
     * Makes sure that the current token begins an array.
     *
     * @throws SyntaxException if it is anything else
     */
    public void requireArray() {
        require(JsonToken.START_ARRAY, "an array");
    }

    private void require(JsonToken token, String what) {
        if (parser.currentToken() != token) {
            throw here("This is not " + what + ".", "Write " + what + " here.");
        }
    }

    /**
     * Tells whether the current token ends an object or array.
     *
     * @return {@code true} if so
     */
    public boolean atEnd() {
        return parser.currentToken() == JsonToken.END_OBJECT || parser.currentToken() == JsonToken.END_ARRAY;
    }

    /**
     * Returns the key at which the reader stands.
     *
     * @return the key, unescaped
     */
    public String key() {
        try {
            return parser.currentName();
        } catch (IOException e) {
            throw new IllegalStateException("A text in memory cannot be read.");
        }
    }

    /**
     * Returns the string at which the reader stands.
     *
     * @param longest how many characters it may have
     * @return the string, unescaped
     * @throws SyntaxException if it is no string, or too long
     */
    public String string(int longest) {
        require(JsonToken.VALUE_STRING, "a string");
        try {
            if (parser.getTextLength() > longest) {
                throw here("This string has more than " + longest + " characters.", "Write a shorter one.");
            }
            return parser.getText();
        } catch (JsonProcessingException e) {
            throw at(location(e), "This string is malformed.", "Correct the text here, or export the setup again.");
        } catch (IOException e) {
            throw new IllegalStateException("A text in memory cannot be read.");
        }
    }

    /**
     * Returns the truth value at which the reader stands.
     *
     * @return the value
     * @throws SyntaxException if it is anything else
     */
    public boolean flag() {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw here("This is neither true nor false.", "Write true or false here.");
        }
        return token == JsonToken.VALUE_TRUE;
    }

    /**
     * Tells whether the reader stands at a number.
     *
     * @param number the number
     * @return {@code true} if it is written as plain digits
     */
    public boolean isNumber(int number) {
        try {
            return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                    && parser.getText().equals(Integer.toString(number));
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Returns a complaint about the current token.
     *
     * @param reason what is wrong
     * @param remedy what to write instead
     * @return the exception
     */
    public SyntaxException here(String reason, String remedy) {
        return at(parser.currentTokenLocation(), reason, remedy);
    }

    // a bound that is exceeded has no place of its own
    private JsonLocation location(JsonProcessingException e) {
        return e.getLocation() == null ? parser.currentLocation() : e.getLocation();
    }

    private static SyntaxException at(JsonLocation location, String reason, String remedy) {
        return new SyntaxException(
                Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()), reason, remedy);
    }
}
