package io.claviger.internal.endpoint;

import com.google.common.net.InetAddresses;
import java.net.Inet4Address;
import java.net.InetAddress;

/** Addresses of one kind that begin with the same bits. */
final class AddressRange {

    private final AddressKind kind;
    private final InetAddress first;
    private final int bits;

    private AddressRange(AddressKind kind, InetAddress first, int bits) {
        this.kind = kind;
        this.first = first;
        this.bits = bits;
    }

    /** Returns the range of a text such as {@code 10.0.0.0/8}; without a slash, it is one address. */
    static AddressRange of(AddressKind kind, String text) {
        int slash = text.indexOf('/');
        InetAddress first = InetAddresses.forString(slash < 0 ? text : text.substring(0, slash));
        int whole = first instanceof Inet4Address ? Integer.SIZE : 4 * Integer.SIZE;
        return new AddressRange(kind, first, slash < 0 ? whole : Integer.parseInt(text.substring(slash + 1)));
    }

    AddressKind kind() {
        return kind;
    }

    boolean contains(byte[] address) {
        byte[] prefix = first.getAddress();
        if (address.length != prefix.length) {
            return false;
        }
        int whole = bits / Byte.SIZE;
        for (int i = 0; i < whole; i++) {
            if (address[i] != prefix[i]) {
                return false;
            }
        }
        int rest = bits % Byte.SIZE;
        return rest == 0 || ((address[whole] ^ prefix[whole]) & 0xFF) >>> (Byte.SIZE - rest) == 0;
    }
}
