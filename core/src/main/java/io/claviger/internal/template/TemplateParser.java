package io.claviger.internal.template;

import io.claviger.SyntaxException;
import io.claviger.Template;
import java.util.ArrayList;
import java.util.List;

/** Reads the text of templates in one pass from left to right: every character is passed once (T4). */
public final class TemplateParser {

    static final String OPEN = "{{";

    private static final String REFERENCE = "{{vault:";
    private static final String CLOSE = "}}";
    private static final int LONGEST = 16 * 1024 * 1024;
    private static final int MOST_REFERENCES = 100_000;

    private final String text;
    private final List<Template.Part> parts = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();
    private int references;
    private int position;

    private TemplateParser(String text) {
        this.text = text;
    }

    /**
     * Reads a template.
     *
     * @param text the text; at most 16 Mi characters and 100,000 references
     * @return its parts in order, no two literals in a row and none empty; no part for an empty text
     * @throws SyntaxException if a reference is malformed or not closed, or if a limit is passed
     */
    public static List<Template.Part> parse(String text) {
        return new TemplateParser(text).parts();
    }

    private List<Template.Part> parts() {
        checkLength();
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, position)) {
            braces(open);
        }
        takeLiteral(text.length());
        endLiteral();
        return parts;
    }

    private void braces(int open) {
        if (open > position && text.charAt(open - 1) == '\\') {
            takeLiteral(open - 1);
            position = open;
            takeLiteral(open + OPEN.length());
        } else if (text.startsWith(REFERENCE, open)) {
            takeLiteral(open);
            reference(open);
        } else {
            // only the first of the two: {{{vault:a}} is a brace and a reference
            takeLiteral(open + 1);
        }
    }

    private void reference(int open) {
        int start = open + REFERENCE.length();
        int end = text.indexOf(CLOSE, start);
        if (end < 0) {
            throw error(open, "A reference is not closed.", "Write }} after it, or \\{{ if it is plain text.");
        }
        if (++references > MOST_REFERENCES) {
            throw error(open, "A template has at most 100,000 references.", "Split it into several templates.");
        }
        endLiteral();
        parts.add(new Placeholder(text, start, end).part());
        position = end + CLOSE.length();
    }

    private void takeLiteral(int end) {
        literal.append(text, position, end);
        position = end;
    }

    private void endLiteral() {
        if (!literal.isEmpty()) {
            parts.add(new Template.Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    private void checkLength() {
        if (text.length() > LONGEST) {
            throw error(LONGEST, "A template has at most 16,777,216 characters.", "Split it into several templates.");
        }
    }

    private SyntaxException error(int index, String reason, String remedy) {
        return TextPosition.of(text, index).error(reason, remedy);
    }
}
