package io.claviger.internal.reference;

/** Strict UTF-8 (RFC 3629): no overlong form, no surrogate, nothing beyond U+10FFFF. */
final class Utf8 {

    private static final int[] SMALLEST = {0, 0, 0x80, 0x800, 0x10000};

    private Utf8() {}

    /** Returns how many octets a sequence has that begins with the given one; 0 if none begins with it. */
    static int length(int lead) {
        if (lead < 0x80) {
            return 1;
        }
        if (lead < 0xC2 || lead > 0xF4) {
            return 0;
        }
        return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    }

    /** Returns the part of a character that the first of some octets holds. */
    static int leadingBits(int lead, int length) {
        return length == 1 ? lead : lead & (0x7F >> length);
    }

    static boolean continues(int octet) {
        return (octet & 0xC0) == 0x80;
    }

    static boolean wellFormed(int character, int length) {
        return character >= SMALLEST[length]
                && character <= Character.MAX_CODE_POINT
                && (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE);
    }
}
