package io.claviger.internal.domain;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import io.claviger.internal.text.SafeText;

/** One label of a name: letters, digits and inner hyphens, or what stands for such in another script. */
final class Label {

    private static final int LONGEST_LABEL = 63;
    private static final CharMatcher LETTERS_DIGITS_HYPHEN = CharMatcher.inRange('a', 'z')
            .or(CharMatcher.inRange('A', 'Z'))
            .or(CharMatcher.inRange('0', '9'))
            .or(CharMatcher.is('-'));

    private Label() {}

    /** Returns the label in small letters, as an A-label if it is of another script. */
    static String canonical(String label) {
        if (label.isEmpty()) {
            throw new DomainFault(0, "A label of the host is empty.", "Write one dot between two labels.");
        }
        if (label.length() > 2 * LONGEST_LABEL) {
            throw tooLong();
        }
        if (!CharMatcher.ascii().matchesAllOf(label)) {
            return International.toAscii(label);
        }
        checkAscii(label);
        String lower = Ascii.toLowerCase(label);
        if (lower.startsWith(International.PREFIX)) {
            International.checkAscii(lower);
        }
        return lower;
    }

    private static void checkAscii(String label) {
        int wrong = LETTERS_DIGITS_HYPHEN.negate().indexIn(label);
        if (wrong >= 0) {
            throw new DomainFault(
                    wrong,
                    SafeText.character(label.charAt(wrong)) + " cannot be part of a host.",
                    "Use letters, digits, hyphens and dots.");
        }
        if (label.length() > LONGEST_LABEL) {
            throw tooLong();
        }
        if (label.startsWith("-") || label.endsWith("-")) {
            throw new DomainFault(0, "A label of the host begins or ends with a hyphen.", "Remove the hyphen.");
        }
    }

    private static DomainFault tooLong() {
        return new DomainFault(
                0, "A label of the host has more than 63 characters.", "Write a name that can exist in the DNS.");
    }
}
