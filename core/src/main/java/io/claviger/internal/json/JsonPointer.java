package io.claviger.internal.json;

import java.util.ArrayList;
import java.util.List;

/** Pointers into JSON texts, as in <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901</a>. */
public final class JsonPointer {

    private JsonPointer() {}

    /**
     * Tells whether a field is a pointer rather than a key.
     *
     * @param field a key or a pointer
     * @return whether it begins with a slash
     */
    public static boolean isPointer(String field) {
        return field.startsWith("/");
    }

    /**
     * Finds the first tilde that stands for nothing.
     *
     * @param pointer a text that begins with a slash
     * @return the index of the tilde; -1 if the pointer is well-formed
     */
    public static int malformedAt(String pointer) {
        for (int i = pointer.indexOf('~'); i >= 0; i = pointer.indexOf('~', i + 1)) {
            char next = i + 1 < pointer.length() ? pointer.charAt(i + 1) : '~';
            if (next != '0' && next != '1') {
                return i;
            }
        }
        return -1;
    }

    /** Splits a well-formed pointer into the keys and indexes that it goes through. */
    static List<String> tokens(String pointer) {
        List<String> tokens = new ArrayList<>();
        int start = 1;
        for (int end = pointer.indexOf('/', start); end >= 0; end = pointer.indexOf('/', start)) {
            tokens.add(unescaped(pointer.substring(start, end)));
            start = end + 1;
        }
        tokens.add(unescaped(pointer.substring(start)));
        return tokens;
    }

    // the order matters: ~01 stands for ~1, not for a slash
    private static String unescaped(String token) {
        return token.replace("~1", "/").replace("~0", "~");
    }
}
