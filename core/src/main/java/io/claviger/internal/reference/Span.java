package io.claviger.internal.reference;

import io.claviger.SyntaxException;

/**
 * A stretch of the text of a reference.
 *
 * @param text the whole text
 * @param from the index of its first character
 * @param to the index after its last character
 */
record Span(String text, int from, int to) {

    static Span of(String text) {
        return new Span(text, 0, text.length());
    }

    boolean isEmpty() {
        return from == to;
    }

    String content() {
        return text.substring(from, to);
    }

    Span startingAt(int index) {
        return new Span(text, index, to);
    }

    Span endingAt(int index) {
        return new Span(text, from, index);
    }

    /** Returns the index of the first of some characters, or the end of this span if it has none of them. */
    int find(String characters) {
        int index = from;
        while (index < to && characters.indexOf(text.charAt(index)) < 0) {
            index++;
        }
        return index;
    }

    SyntaxException error(int index, String reason, String remedy) {
        return new SyntaxException(1, index + 1, reason, remedy);
    }

    SyntaxException error(Fault fault) {
        return error(from + fault.index(), fault.reason(), fault.remedy());
    }
}
