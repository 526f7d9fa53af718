package io.claviger.internal.json;

import io.claviger.internal.text.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * Writes one flat JSON object on one line. Texts of others are cut and escaped, so that no line can be forged.
 *
 * <p>Not safe for use by several threads.
 */
public final class JsonLine {

    private final StringBuilder line = new StringBuilder("{");

    /**
     * Adds a member.
     *
     * @param key its key, a constant of the caller's
     * @param value its value; {@code null} is written as such
     * @return this line
     */
    public JsonLine add(String key, @Nullable String value) {
        addKey(key);
        if (value == null) {
            line.append("null");
        } else {
            line.append('"');
            appendEscaped(SafeText.bounded(value));
            line.append('"');
        }
        return this;
    }

    /**
     * Adds a member that is a number.
     *
     * @param key its key, a constant of the caller's
     * @param value its value
     * @return this line
     */
    public JsonLine add(String key, long value) {
        addKey(key);
        line.append(value);
        return this;
    }

    private void addKey(String key) {
        if (line.length() > 1) {
            line.append(',');
        }
        line.append('"').append(key).append("\":");
    }

    private void appendEscaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                line.append('\\').append(c);
            } else if (SafeText.harmless(c)) {
                line.append(c);
            } else {
                line.append(String.format("\\u%04x", (int) c));
            }
        }
    }

    /** Returns the object, without a line end. */
    @Override
    public String toString() {
        return line + "}";
    }
}
