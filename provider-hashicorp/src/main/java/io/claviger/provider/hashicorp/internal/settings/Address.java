package io.claviger.provider.hashicorp.internal.settings;

import io.claviger.ConfigurationException;
import io.claviger.Endpoint;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the address of a server: scheme, host and port, nothing else. */
final class Address {

    private Address() {}

    static URI parse(String text, boolean plainAllowed) {
        URI uri = syntax(text);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        check(scheme.equals("https") || scheme.equals("http"), "does not begin with https://.");
        check(uri.getRawUserInfo() == null && !mayHoldUserInfo(uri), "has a user or password; remove it.");
        check(uri.getHost() != null, "has no host name that can be used.");
        check(uri.getRawQuery() == null && uri.getRawFragment() == null, "ends with a query or fragment; remove it.");
        check(hasNoPath(uri), "has a path; the path of the interface is added by itself, so remove it.");
        check(uri.getPort() != 0 && uri.getPort() <= 0xffff, "has a port that does not exist.");
        Endpoint endpoint = endpoint(uri);
        check(
                scheme.equals("https") || plainAllowed || isLoopback(endpoint),
                "begins with http://, which would send tokens readable over the network; use https://,"
                        + " or have the host set allow-plain-http to true.");
        // in the one spelling that is checked, so that what is connected to is the same
        return URI.create(endpoint.toString());
    }

    private static Endpoint endpoint(URI uri) {
        try {
            return Endpoint.of(uri);
        } catch (ConfigurationException e) {
            throw problem("has a host that not every program reads alike; write a name in ASCII,"
                    + " an IPv4 address as four decimal numbers, or an IPv6 address in brackets.");
        }
    }

    private static boolean isLoopback(Endpoint endpoint) {
        return endpoint.address().map(InetAddress::isLoopbackAddress).orElseGet(() -> endpoint.host()
                .equals("localhost"));
    }

    private static URI syntax(String text) {
        try {
            return new URI(text.strip());
        } catch (URISyntaxException e) {
            // not chained: its message repeats the text
            throw problem("is not an address; https://vault.example:8200 would be one.");
        }
    }

    /** An authority that is no host may still hold a password. */
    private static boolean mayHoldUserInfo(URI uri) {
        @Nullable String authority = uri.getRawAuthority();
        return authority != null && authority.contains("@");
    }

    private static boolean hasNoPath(URI uri) {
        @Nullable String path = uri.getRawPath();
        return path == null || path.isEmpty() || path.equals("/");
    }

    private static void check(boolean right, String problem) {
        if (!right) {
            throw problem(problem);
        }
    }

    private static ConfigurationException problem(String text) {
        return new ConfigurationException("The setting address " + text);
    }
}
