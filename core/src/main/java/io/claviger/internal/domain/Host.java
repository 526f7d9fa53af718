package io.claviger.internal.domain;

import com.google.common.base.CharMatcher;
import com.google.common.net.InetAddresses;
import java.net.Inet4Address;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * A host in canonical form: a name in small letters and A-labels without the trailing dot, four decimal numbers, or an
 * IPv6 address as in RFC 5952 within brackets. Equal hosts have equal texts.
 *
 * @param text the canonical text
 * @param address the address, if the host is one
 */
public record Host(String text, @Nullable InetAddress address) {

    private static final CharMatcher IPV6 = CharMatcher.anyOf("0123456789abcdefABCDEF:.");

    static Host parse(String text) {
        if (text.isEmpty()) {
            throw new DomainFault(0, "The host is missing.", "Write a host name, example.com for example.");
        }
        if (text.charAt(0) == '[') {
            return bracketed(text);
        }
        return Ipv4Spelling.isNumeric(text) ? numeric(text) : new Host(NameSpelling.canonical(text), null);
    }

    boolean isAddress() {
        return address != null;
    }

    private static Host numeric(String text) {
        if (!Ipv4Spelling.isCanonical(text)) {
            throw new DomainFault(
                    0,
                    "A host that ends in a number is an IPv4 address, and this is not its usual spelling.",
                    "Write four decimal numbers from 0 to 255 without leading zeros, 192.0.2.1 for example.");
        }
        return new Host(text, InetAddresses.forString(text));
    }

    // an IPv4-mapped address is the IPv4 address: that is where a connection would go
    private static Host bracketed(String text) {
        String inner = text.endsWith("]") ? text.substring(1, text.length() - 1) : "";
        if (!IPV6.matchesAllOf(inner) || !inner.contains(":") || !InetAddresses.isInetAddress(inner)) {
            throw new DomainFault(
                    0,
                    "What is in brackets is not an IPv6 address.",
                    "Write it as in RFC 4291 without a zone, [2001:db8::1] for example.");
        }
        InetAddress address = InetAddresses.forString(inner);
        String canonical = InetAddresses.toAddrString(address);
        return new Host(address instanceof Inet4Address ? canonical : "[" + canonical + "]", address);
    }
}
