package io.claviger.internal.domain;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.List;

/**
 * The many spellings of IPv4 addresses. System resolvers take {@code 2130706433}, {@code 0177.0.0.1}, {@code 0x7f.1} and
 * {@code 127.1} for loopback; all of them end in a number, as no name of a host does (RFC 1123, and the host parser of
 * the URL standard).
 */
final class Ipv4Spelling {

    private static final int OCTETS = 4;
    private static final int LARGEST_OCTET = 255;
    private static final int MOST_DIGITS = 3;
    private static final String HEXADECIMAL_PREFIX = "0x";
    private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');
    private static final CharMatcher HEXADECIMAL = DIGITS.or(CharMatcher.inRange('a', 'f'));
    private static final Splitter DOTS = Splitter.on('.');

    private Ipv4Spelling() {}

    /** Tells whether a resolver might take a host for an IPv4 address. */
    static boolean isNumeric(String host) {
        String relative = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        String last = Ascii.toLowerCase(relative.substring(relative.lastIndexOf('.') + 1));
        if (last.startsWith(HEXADECIMAL_PREFIX)) {
            return HEXADECIMAL.matchesAllOf(last.substring(HEXADECIMAL_PREFIX.length()));
        }
        return !last.isEmpty() && DIGITS.matchesAllOf(last);
    }

    /** Tells whether a host is an IPv4 address in the one spelling that everybody reads alike. */
    static boolean isCanonical(String host) {
        List<String> octets = DOTS.splitToList(host);
        return octets.size() == OCTETS && octets.stream().allMatch(Ipv4Spelling::isOctet);
    }

    private static boolean isOctet(String text) {
        return !text.isEmpty()
                && text.length() <= MOST_DIGITS
                && DIGITS.matchesAllOf(text)
                && (text.length() == 1 || text.charAt(0) != '0')
                && Integer.parseInt(text) <= LARGEST_OCTET;
    }
}
