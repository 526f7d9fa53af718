package io.claviger.internal.endpoint;

import java.util.Arrays;
import java.util.Optional;

/** The IPv4 address that some IPv6 addresses stand for or are carried to. */
final class EmbeddedIpv4 {

    static final int LENGTH = 4;

    private static final byte[] COMPATIBLE = new byte[12]; // ::a.b.c.d, RFC 4291
    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1}; // ::ffff:a.b.c.d, RFC 4291
    private static final byte[] TRANSLATED = {0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 0, 0}; // ::ffff:0:a.b.c.d, RFC 2765
    private static final byte[] NAT64 = {0, 0x64, -1, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0}; // RFC 6052
    private static final byte[] SIX_TO_FOUR = {0x20, 0x02}; // RFC 3056
    private static final byte[] ISATAP = {0, 0, 0x5e, (byte) 0xfe}; // RFC 5214: before the last four octets
    private static final int ISATAP_AT = 8;
    private static final int UNIVERSAL = 0x02;

    private EmbeddedIpv4() {}

    static Optional<byte[]> in(byte[] address) {
        if (address.length == LENGTH) {
            return Optional.empty();
        }
        if (isAt(0, SIX_TO_FOUR, address)) {
            return Optional.of(octets(address, SIX_TO_FOUR.length));
        }
        boolean last = isAt(0, COMPATIBLE, address)
                || isMapped(address)
                || isAt(0, TRANSLATED, address)
                || isAt(0, NAT64, address)
                || isIsatap(address);
        return last ? Optional.of(octets(address, address.length - LENGTH)) : Optional.empty();
    }

    static boolean isMapped(byte[] address) {
        return isAt(0, MAPPED, address);
    }

    private static boolean isIsatap(byte[] address) {
        byte[] local = address.clone();
        local[ISATAP_AT] &= ~UNIVERSAL;
        return isAt(ISATAP_AT, ISATAP, local);
    }

    private static boolean isAt(int index, byte[] part, byte[] address) {
        int end = index + part.length;
        return end <= address.length && Arrays.equals(part, 0, part.length, address, index, end);
    }

    private static byte[] octets(byte[] address, int from) {
        return Arrays.copyOfRange(address, from, from + LENGTH);
    }
}
