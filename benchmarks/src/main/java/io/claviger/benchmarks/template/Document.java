package io.claviger.benchmarks.template;

import io.claviger.benchmarks.stub.Payload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A text of 4 KiB with 20 references. */
final class Document {

    static final int REFERENCES = 20;
    static final int LENGTH = 4096;
    static final String OPEN = "{{vault:";
    static final String CLOSE = "}}";

    private Document() {}

    static String name(int index) {
        return "password_%02d".formatted(index);
    }

    static String source() {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < REFERENCES; i++) {
            text.append(literal(i)).append(OPEN).append(name(i)).append(CLOSE);
        }
        return text.append(literal(REFERENCES)).toString();
    }

    /** What the rendered text is made of, in order. */
    static List<String> pieces() {
        List<String> pieces = new ArrayList<>();
        for (int i = 0; i < REFERENCES; i++) {
            pieces.add(literal(i));
            pieces.add(Payload.PASSWORD);
        }
        pieces.add(literal(REFERENCES));
        return List.copyOf(pieces);
    }

    static Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < REFERENCES; i++) {
            values.put(name(i), Payload.PASSWORD);
        }
        return Map.copyOf(values);
    }

    // literals of about the same length; the last one fills up
    private static String literal(int index) {
        int reference = OPEN.length() + name(0).length() + CLOSE.length();
        int literals = LENGTH - REFERENCES * reference;
        int usual = literals / (REFERENCES + 1);
        int length = index < REFERENCES ? usual : literals - REFERENCES * usual;
        return ("setting." + index + "=" + "x".repeat(length)).substring(0, length);
    }
}
