package io.claviger.internal.endpoint;

import static io.claviger.internal.endpoint.AddressKind.BENCHMARKING;
import static io.claviger.internal.endpoint.AddressKind.BROADCAST;
import static io.claviger.internal.endpoint.AddressKind.DOCUMENTATION;
import static io.claviger.internal.endpoint.AddressKind.LINK_LOCAL;
import static io.claviger.internal.endpoint.AddressKind.LOOPBACK;
import static io.claviger.internal.endpoint.AddressKind.METADATA;
import static io.claviger.internal.endpoint.AddressKind.MULTICAST;
import static io.claviger.internal.endpoint.AddressKind.PRIVATE;
import static io.claviger.internal.endpoint.AddressKind.PUBLIC;
import static io.claviger.internal.endpoint.AddressKind.RESERVED;
import static io.claviger.internal.endpoint.AddressKind.SHARED;
import static io.claviger.internal.endpoint.AddressKind.UNSPECIFIED;

import java.util.List;
import java.util.Optional;

/** The ranges of addresses, of which the first that fits counts. */
final class AddressKinds {

    private static final List<AddressRange> IPV4 = List.of(
            range(METADATA, "169.254.169.254"), // most clouds
            range(METADATA, "169.254.170.2"), // AWS: credentials of containers
            range(METADATA, "169.254.170.23"), // AWS: credentials of pods
            range(METADATA, "100.100.100.200"), // Alibaba Cloud
            range(METADATA, "192.0.0.192"), // Oracle Cloud
            range(METADATA, "168.63.129.16"), // Azure: WireServer
            range(UNSPECIFIED, "0.0.0.0/8"),
            range(PRIVATE, "10.0.0.0/8"),
            range(SHARED, "100.64.0.0/10"),
            range(LOOPBACK, "127.0.0.0/8"),
            range(LINK_LOCAL, "169.254.0.0/16"),
            range(PRIVATE, "172.16.0.0/12"),
            range(RESERVED, "192.0.0.0/24"), // protocol assignments, RFC 6890
            range(DOCUMENTATION, "192.0.2.0/24"),
            range(RESERVED, "192.88.99.0/24"), // relays of 6to4, RFC 7526
            range(PRIVATE, "192.168.0.0/16"),
            range(BENCHMARKING, "198.18.0.0/15"),
            range(DOCUMENTATION, "198.51.100.0/24"),
            range(DOCUMENTATION, "203.0.113.0/24"),
            range(MULTICAST, "224.0.0.0/4"),
            range(BROADCAST, "255.255.255.255"),
            range(RESERVED, "240.0.0.0/4"),
            range(PUBLIC, "0.0.0.0/0"));

    private static final List<AddressRange> IPV6 = List.of(
            range(METADATA, "fd00:ec2::254"), // AWS
            range(METADATA, "fd00:ec2::23"), // AWS: credentials of pods
            range(METADATA, "fd20:ce::254"), // Google Cloud
            range(UNSPECIFIED, "::"),
            range(LOOPBACK, "::1"),
            range(PRIVATE, "fc00::/7"),
            range(LINK_LOCAL, "fe80::/10"),
            range(PRIVATE, "fec0::/10"),
            range(MULTICAST, "ff00::/8"),
            range(PUBLIC, "64:ff9b::/96"), // translated to IPv4, RFC 6052
            range(BENCHMARKING, "2001:2::/48"),
            range(DOCUMENTATION, "2001:db8::/32"),
            range(RESERVED, "2001::/23"), // tunnels (RFC 4380) and protocol assignments (RFC 2928)
            range(DOCUMENTATION, "3fff::/20"),
            range(PUBLIC, "2000::/3"),
            range(RESERVED, "::/0")); // not assigned to hosts, RFC 4291

    private AddressKinds() {}

    static AddressKind of(byte[] address) {
        Optional<byte[]> embedded = EmbeddedIpv4.in(address);
        AddressKind outer = EmbeddedIpv4.isMapped(address) ? PUBLIC : outer(address);
        boolean itself = outer != PUBLIC && outer != RESERVED;
        if (embedded.isEmpty() || itself) {
            return outer;
        }
        AddressKind inner = outer(embedded.get());
        return inner == PUBLIC ? outer : inner;
    }

    private static AddressKind outer(byte[] address) {
        return (address.length == EmbeddedIpv4.LENGTH ? IPV4 : IPV6)
                .stream()
                        .filter(range -> range.contains(address))
                        .findFirst()
                        .map(AddressRange::kind)
                        .orElse(RESERVED);
    }

    private static AddressRange range(AddressKind kind, String text) {
        return AddressRange.of(kind, text);
    }
}
