package io.claviger.internal.domain;

import com.google.common.base.Ascii;

/** Names of hosts, as in RFC 1123: labels joined by dots, 253 characters at most; one trailing dot means the same name. */
final class NameSpelling {

    private static final int LONGEST_NAME = 253;
    // a label of 63 characters may stand for half as many outside the basic plane, which are two units each
    private static final int LONGEST_SPELLING = 2 * LONGEST_NAME;

    private NameSpelling() {}

    /** Returns the name in small letters and A-labels, without the trailing dot. */
    static String canonical(String text) {
        if (text.length() > LONGEST_SPELLING) {
            throw tooLong();
        }
        int end = text.endsWith(".") ? text.length() - 1 : text.length();
        StringBuilder name = new StringBuilder();
        int start = 0;
        int last = 0;
        while (start <= end) {
            int dot = text.indexOf('.', start);
            int stop = dot < 0 ? end : Math.min(dot, end);
            last = name.length();
            name.append(label(text.substring(start, stop), start)).append('.');
            start = stop + 1;
        }
        name.setLength(name.length() - 1);
        return checked(name.toString(), last);
    }

    private static String label(String label, int index) {
        try {
            return Ascii.toLowerCase(Label.canonical(label));
        } catch (DomainFault fault) {
            throw fault.movedBy(index);
        }
    }

    // java.net.URI has the same rule for names of several labels; no top-level domain begins with a digit
    private static String checked(String name, int last) {
        if (name.length() > LONGEST_NAME) {
            throw tooLong();
        }
        if (last > 0 && !Character.isLetter(name.charAt(last))) {
            throw new DomainFault(
                    0, "The last label of the host begins with a digit.", "Write a name that can exist in the DNS.");
        }
        return name;
    }

    private static DomainFault tooLong() {
        return new DomainFault(0, "The host has more than 253 characters.", "Write a name that can exist in the DNS.");
    }
}
