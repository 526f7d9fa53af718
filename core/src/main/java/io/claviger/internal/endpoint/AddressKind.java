package io.claviger.internal.endpoint;

import java.net.InetAddress;

/** What an address is for, as the special-purpose registries of IANA (RFC 6890) and the clouds' manuals say. */
public enum AddressKind {
    /** An address of the internet. */
    PUBLIC("public addresses"),
    /** This host on this network (RFC 1122), and the address of none (RFC 4291). */
    UNSPECIFIED("unspecified addresses"),
    /** This host (RFC 1122, RFC 4291). */
    LOOPBACK("loopback addresses"),
    /** A private network (RFC 1918), unique-local (RFC 4193) and, before that, site-local (RFC 3879). */
    PRIVATE("private addresses"),
    /** Between a carrier and its customers (RFC 6598). */
    SHARED("addresses shared behind a carrier"),
    /** This link (RFC 3927, RFC 4291). */
    LINK_LOCAL("link-local addresses"),
    /** Where a cloud hands credentials to its machines. */
    METADATA("metadata services of clouds"),
    /** A group of hosts (RFC 5771, RFC 4291). */
    MULTICAST("multicast addresses"),
    /** All hosts of this network (RFC 919). */
    BROADCAST("broadcast addresses"),
    /** Examples in texts (RFC 5737, RFC 3849, RFC 9637). */
    DOCUMENTATION("documentation addresses"),
    /** Measurements of network devices (RFC 2544, RFC 5180). */
    BENCHMARKING("benchmarking addresses"),
    /** Whatever else is not an address of one host on the internet: protocols, tunnels, not assigned. */
    RESERVED("reserved addresses");

    private final String plural;

    AddressKind(String plural) {
        this.plural = plural;
    }

    /**
     * Returns the kind of an address. An IPv6 address that stands for an IPv4 address, or is carried to one, is of that
     * one's kind.
     *
     * @param address the address
     * @return its kind
     */
    public static AddressKind of(InetAddress address) {
        return AddressKinds.of(address.getAddress());
    }

    /**
     * Returns what addresses of this kind are called.
     *
     * @return a noun in the plural
     */
    public String plural() {
        return plural;
    }
}
