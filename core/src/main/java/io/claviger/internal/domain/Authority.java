package io.claviger.internal.domain;

import com.google.common.base.CharMatcher;

/**
 * The authority of an address without user-info, as in RFC 3986, section 3.2: a host and perhaps a port.
 *
 * @param host the host
 * @param port the port; {@link #NO_PORT} if there is none
 */
record Authority(Host host, int port) {

    static final int NO_PORT = -1;

    private static final int LARGEST_PORT = 65_535;
    private static final int MOST_DIGITS = 5;
    private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');

    static Authority parse(String text) {
        if (text.indexOf('@') >= 0) {
            throw new DomainFault(0, "There is user-info before the host.", "Leave out everything up to the @.");
        }
        int end = endOfHost(text);
        int port = port(text, end);
        return new Authority(Host.parse(text.substring(0, end)), port);
    }

    /** Returns where the host ends: at the colon before the port, or with the text. */
    static int endOfHost(String text) {
        int colon = text.indexOf(':', text.startsWith("[") ? text.indexOf(']') : 0);
        boolean unclosed = text.startsWith("[") && text.indexOf(']') < 0;
        return unclosed || colon < 0 ? text.length() : colon;
    }

    private static int port(String text, int end) {
        if (end == text.length()) {
            return NO_PORT;
        }
        String port = text.substring(end + 1);
        if (port.indexOf(':') >= 0) {
            throw new DomainFault(end, "There are several colons.", "Write an IPv6 address in brackets.");
        }
        boolean number = !port.isEmpty()
                && port.length() <= MOST_DIGITS
                && DIGITS.matchesAllOf(port)
                && port.charAt(0) != '0'
                && Integer.parseInt(port) <= LARGEST_PORT;
        if (!number) {
            throw new DomainFault(
                    end + 1,
                    "The port is not a number from 1 to 65535.",
                    "Correct it, or leave it out with its colon.");
        }
        return Integer.parseInt(port);
    }
}
