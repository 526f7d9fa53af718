package io.claviger.internal.signin;

import io.claviger.ConfigurationException;
import io.claviger.Reason;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The addresses that a browser is sent to, and back to. */
public final class Addresses {

    private static final int LONGEST = 16 * 1024;
    private static final Set<String> LOOPBACK = Set.of(LoopbackRules.ADDRESS, LoopbackRules.NAME, "[::1]");

    private Addresses() {}

    /**
     * Checks where a sign-in page is to send a person back to: {@code https}, {@code http} on the loopback interface, or a
     * scheme of the application's own, which contains a dot (RFC 8252 section 7).
     *
     * @param redirect the address
     * @throws ConfigurationException if it is any other
     */
    public static void checkRedirect(URI redirect) {
        String scheme = scheme(redirect);
        boolean plain = redirect.getRawUserInfo() == null && redirect.getRawFragment() == null && !redirect.isOpaque();
        boolean fits = scheme.contains(".")
                || (redirect.getHost() != null
                        && (scheme.equals("https") || (scheme.equals("http") && LOOPBACK.contains(host(redirect)))));
        if (!plain || !fits) {
            throw new ConfigurationException(
                    "The redirect of a sign-in is not fit for it. Give an absolute address of your"
                            + " own with https, with http on 127.0.0.1, or with a scheme of your application's own, and without"
                            + " user-info and fragment.");
        }
    }

    /**
     * Checks where a provider sends a browser to: never anything that a browser or an operating system could run.
     *
     * @param page the address
     * @return the same address
     * @throws FailureException if it is not one of a page
     */
    public static URI checkedPage(URI page) {
        String scheme = scheme(page);
        boolean fits = (scheme.equals("https") || scheme.equals("http"))
                && page.getHost() != null
                && page.getRawUserInfo() == null
                && page.getRawFragment() == null
                && page.toString().length() <= LONGEST;
        if (!fits) {
            throw new FailureException(Failure.of(
                    Reason.MISCONFIGURED, "The vault names a sign-in page that is not the address of a page."));
        }
        return page;
    }

    /** Tells whether a callback came to the redirect that it was asked to; a query alone says nothing about that. */
    static boolean cameTo(URI redirect, URI callback) {
        if (!callback.isAbsolute()
                && callback.getRawAuthority() == null
                && callback.getRawPath().isEmpty()) {
            return true;
        }
        return scheme(redirect).equals(scheme(callback))
                && host(redirect).equals(host(callback))
                && redirect.getPort() == callback.getPort()
                && path(redirect).equals(path(callback));
    }

    private static String path(URI address) {
        String path = Objects.requireNonNullElse(address.getRawPath(), "");
        return path.isEmpty() ? LoopbackRules.ROOT : path;
    }

    private static String scheme(URI address) {
        return lower(address.getScheme());
    }

    private static String host(URI address) {
        return lower(address.getHost());
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
