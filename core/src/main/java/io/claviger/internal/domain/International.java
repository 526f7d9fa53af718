package io.claviger.internal.domain;

import com.google.common.base.CharMatcher;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Optional;

/**
 * Labels of other scripts. Stricter than RFC 3490 and RFC 5891, so that every client reads a label alike: nothing that is
 * mapped to something else is taken, except capital letters. Full-width forms, ligatures, joiners, symbols, and letters
 * that the two standards treat differently (sharp s, final sigma) must be written as A-labels, or not at all.
 */
final class International {

    static final String PREFIX = "xn--";

    private static final String REMEDY = "Write its A-label, the form that begins with xn--, in its place.";

    private International() {}

    /** Returns the A-label of a label that is not ASCII. */
    static String toAscii(String label) {
        if (!isPlain(label)) {
            throw new DomainFault(0, "A label of the host has characters that are read as others.", REMEDY);
        }
        String lower = lower(label);
        String ascii = encoded(lower);
        if (!IDN.toUnicode(ascii).equals(lower)) {
            throw new DomainFault(0, "A label of the host is read differently by different programs.", REMEDY);
        }
        return ascii;
    }

    /** Makes sure that a label with the prefix stands for letters of another script and nothing else. */
    static void checkAscii(String label) {
        Optional<String> decoded = Punycode.decode(label.substring(PREFIX.length()));
        boolean valid = decoded.isPresent()
                && !CharMatcher.ascii().matchesAllOf(decoded.get())
                && isPlain(decoded.get())
                && lower(decoded.get()).equals(decoded.get());
        if (!valid) {
            throw new DomainFault(
                    0,
                    "A label of the host begins with xn-- and is not the A-label of a word.",
                    "Copy the A-label from the registration of the name.");
        }
    }

    private static boolean isPlain(String label) {
        return Normalizer.isNormalized(label, Normalizer.Form.NFKC)
                && label.codePoints().allMatch(International::isPlain);
    }

    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> character == '-' || (Character.isLetterOrDigit(character) && staysInItsScript(character));
        };
    }

    // the capital dotted I would become an ASCII letter
    private static boolean staysInItsScript(int character) {
        return isAscii(character) || !isAscii(Character.toLowerCase(character));
    }

    private static boolean isAscii(int character) {
        return character < 0x80;
    }

    private static String lower(String label) {
        StringBuilder lower = new StringBuilder(label.length());
        label.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
        return lower.toString();
    }

    private static String encoded(String lower) {
        try {
            return IDN.toASCII(lower, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException e) {
            throw new DomainFault(0, "A label of the host is not an internationalized label.", REMEDY);
        }
    }
}
