package io.claviger.internal.template;

import io.claviger.SyntaxException;

/**
 * A place in a text as people count it: from 1, lines by their line feeds, columns in UTF-16 units.
 *
 * @param line the line
 * @param column the column in that line
 */
record TextPosition(int line, int column) {

    static TextPosition of(String text, int index) {
        int line = 1;
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0 && end < index; end = text.indexOf('\n', start)) {
            line++;
            start = end + 1;
        }
        return new TextPosition(line, index - start + 1);
    }

    SyntaxException error(String reason, String remedy) {
        return new SyntaxException(line, column, reason, remedy);
    }
}
