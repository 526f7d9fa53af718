package io.claviger.internal.endpoint;

import com.google.common.net.InetAddresses;

/** Addresses of one kind that begin with the same bits. */
final class AddressRange {

    private final AddressKind kind;
    private final byte[] prefix;
    private final int bits;

    private AddressRange(AddressKind kind, byte[] prefix, int bits) {
        this.kind = kind;
        this.prefix = prefix;
        this.bits = bits;
    }

    /** Returns the range of a text such as {@code 10.0.0.0/8}; without a slash, it is one address. */
    static AddressRange of(AddressKind kind, String text) {
        int slash = text.indexOf('/');
        byte[] prefix = InetAddresses.forString(slash < 0 ? text : text.substring(0, slash))
                .getAddress();
        int bits = slash < 0 ? prefix.length * Byte.SIZE : Integer.parseInt(text.substring(slash + 1));
        return new AddressRange(kind, prefix, bits);
    }

    AddressKind kind() {
        return kind;
    }

    boolean contains(byte[] address) {
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
