package io.claviger.provider.hashicorp.internal.settings;

import io.claviger.ConfigurationException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the address of a server: scheme, host and port, nothing else. */
final class Address {

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[(?:::1|0:0:0:0:0:0:0:1)]");
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

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
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        check(
                scheme.equals("https") || plainAllowed || LOOPBACK.matcher(host).matches(),
                "begins with http://, which would send tokens readable over the network; use https://,"
                        + " or have the host set allow-plain-http to true.");
        return URI.create(scheme + "://" + host + ":" + port(uri, scheme));
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

    private static int port(URI uri, String scheme) {
        if (uri.getPort() > 0) {
            return uri.getPort();
        }
        return scheme.equals("https") ? HTTPS_PORT : HTTP_PORT;
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
