package io.claviger.internal.reference;

import io.claviger.SyntaxException;

/** Reads one component of a reference character by character, in one pass. */
final class PercentDecoder {

    private static final String ESCAPE_REMEDY = "Write two hexadecimal digits after it; %25 is a percent sign.";

    private final Span span;
    private final Component component;
    private int position;

    PercentDecoder(Span span, Component component) {
        this.span = span;
        this.component = component;
        this.position = span.from();
    }

    /** Returns what is left of the component, decoded. */
    String decode() {
        StringBuilder decoded = new StringBuilder(span.to() - position);
        while (position < span.to()) {
            decoded.appendCodePoint(next());
        }
        return decoded.toString();
    }

    /** Returns where in the text the character begins that has the given index in the decoded component. */
    int positionOf(int decodedIndex) {
        for (int i = 0; i < decodedIndex; ) {
            i += Character.charCount(next());
        }
        return position;
    }

    private int next() {
        int start = position;
        int character = current() == '%' ? escaped() : raw();
        if (!CharacterRules.allowed(character)) {
            throw error(CharacterRules.refusal(start, character, component));
        }
        return character;
    }

    private int raw() {
        int start = position;
        int character = span.text().codePointAt(start);
        position += Character.charCount(character);
        if (CharacterRules.allowed(character) && !component.reads(character)) {
            throw error(CharacterRules.unencoded(start, character, component));
        }
        return character;
    }

    private int escaped() {
        int start = position;
        int lead = octet();
        int length = Utf8.length(lead);
        int character = Utf8.leadingBits(lead, length);
        for (int i = 1; i < length; i++) {
            character = character << 6 | continuation(start);
        }
        if (length == 0 || !Utf8.wellFormed(character, length)) {
            throw notUtf8(start);
        }
        return character;
    }

    private int continuation(int start) {
        if (position == span.to() || current() != '%') {
            throw notUtf8(start);
        }
        int octet = octet();
        if (!Utf8.continues(octet)) {
            throw notUtf8(start);
        }
        return octet & 0x3F;
    }

    private int octet() {
        int start = position;
        if (span.to() - start < 3) {
            throw span.error(start, "The percent-encoding is cut off.", ESCAPE_REMEDY);
        }
        int high = hexadecimal(span.text().charAt(start + 1));
        int low = hexadecimal(span.text().charAt(start + 2));
        if (high < 0 || low < 0) {
            throw span.error(start, "A percent sign is not followed by two hexadecimal digits.", ESCAPE_REMEDY);
        }
        position = start + 3;
        return high << 4 | low;
    }

    // not Character.digit: it takes the digits of every script
    private static int hexadecimal(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }

    private char current() {
        return span.text().charAt(position);
    }

    private SyntaxException notUtf8(int start) {
        return span.error(
                start,
                "The percent-encoded octets that begin here are not UTF-8.",
                "Encode the UTF-8 octets of the character, as %C3%A9 for U+00E9.");
    }

    private SyntaxException error(Fault fault) {
        return span.error(fault.index(), fault.reason(), fault.remedy());
    }
}
