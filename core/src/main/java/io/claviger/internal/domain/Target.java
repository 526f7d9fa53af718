package io.claviger.internal.domain;

import com.google.common.base.CharMatcher;
import java.net.URI;
import java.util.Optional;

/**
 * Where a request would go: the origin of RFC 6454, of the schemes {@code http} and {@code https} only.
 *
 * @param scheme the scheme in small letters
 * @param host the host
 * @param port the port, the scheme's own if none was written
 */
public record Target(String scheme, Host host, int port) {

    /**
     * Returns the origin of an address.
     *
     * @param address the address
     * @return its origin; empty if there is any doubt about it: another scheme, user-info, a host or port that not
     *     everybody reads alike
     */
    public static Optional<Target> of(URI address) {
        String authority = address.getRawAuthority();
        if (address.getScheme() == null || authority == null) {
            return Optional.empty();
        }
        return WebScheme.of(address.getScheme()).flatMap(scheme -> of(address, scheme, authority));
    }

    private static Optional<Target> of(URI address, WebScheme scheme, String authority) {
        if (!isReadAlike(address, authority)) {
            return Optional.empty();
        }
        try {
            Authority parsed = Authority.parse(authority);
            int port = parsed.port() == Authority.NO_PORT ? scheme.defaultPort() : parsed.port();
            return Optional.of(new Target(scheme.text(), parsed.host(), port));
        } catch (DomainFault fault) {
            return Optional.empty();
        }
    }

    // java.net.URI is what the JDK's client goes by; it finds no host where the name is not ASCII, and then that client
    // refuses
    private static boolean isReadAlike(URI address, String authority) {
        String host = address.getHost();
        if (host == null) {
            return !CharMatcher.ascii().matchesAllOf(authority);
        }
        return address.getRawUserInfo() == null && host.equals(authority.substring(0, Authority.endOfHost(authority)));
    }
}
