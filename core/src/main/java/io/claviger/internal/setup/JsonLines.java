package io.claviger.internal.setup;

import io.claviger.internal.text.SafeText;

/** Writes JSON with each member on a line of its own, indented by two spaces, and nothing in it that could turn a line. */
final class JsonLines {

    private final StringBuilder text = new StringBuilder();
    private int depth;
    private boolean first = true;

    void beginObject() {
        open('{');
    }

    void beginObject(String key) {
        key(key);
        open('{');
    }

    void beginElement() {
        line();
        open('{');
    }

    void beginArray(String key) {
        key(key);
        open('[');
    }

    void endObject() {
        close('}');
    }

    void endArray() {
        close(']');
    }

    void string(String key, String value) {
        key(key);
        quoted(value);
    }

    void number(String key, int value) {
        key(key);
        text.append(value);
    }

    void flag(String key, boolean value) {
        key(key);
        text.append(value);
    }

    void element(String value) {
        line();
        quoted(value);
    }

    private void key(String key) {
        line();
        quoted(key);
        text.append(": ");
    }

    private void line() {
        if (!first) {
            text.append(',');
        }
        first = false;
        indent();
    }

    private void indent() {
        text.append('\n').append("  ".repeat(depth));
    }

    private void open(char bracket) {
        text.append(bracket);
        depth++;
        first = true;
    }

    private void close(char bracket) {
        depth--;
        if (!first) {
            indent();
        }
        text.append(bracket);
        first = false;
    }

    private void quoted(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (SafeText.harmless(c)) {
                text.append(c);
            } else {
                text.append(String.format("\\u%04x", (int) c));
            }
        }
        text.append('"');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
