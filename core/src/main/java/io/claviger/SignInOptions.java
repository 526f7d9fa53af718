package io.claviger;

import com.google.common.primitives.Ints;
import io.claviger.internal.signin.LoopbackRules;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * How a person signs in on the machine that the host runs on: see {@link IntegrationManager#signIn}. Immutable; the
 * copying methods can be chained.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8252#section-7.3">RFC 8252, section 7.3</a>
 */
public final class SignInOptions {

    private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(5);
    private static final String DEFAULT_PAGE = "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">"
            + "<title>Signed in</title></head><body><p>The sign-in was handed to the application. You can close this"
            + " window.</p></body></html>";

    private final Consumer<URI> opener;
    private final List<Integer> ports;
    private final String host;
    private final String path;
    private final Duration timeout;
    private final String page;

    private SignInOptions(
            Consumer<URI> opener, List<Integer> ports, String host, String path, Duration timeout, String page) {
        this.opener = opener;
        this.ports = List.copyOf(ports);
        this.host = host;
        this.path = path;
        this.timeout = timeout;
        this.page = page;
    }

    /**
     * Returns options with every other one at its default.
     *
     * @param opener shows the vault's sign-in page to the person: hands the address to the system's browser, for example.
     *     Called once, by the thread that signs in. The library opens no browser itself.
     * @return the options
     */
    public static SignInOptions openingWith(Consumer<URI> opener) {
        return new SignInOptions(
                opener, List.of(0), LoopbackRules.ADDRESS, LoopbackRules.ROOT, DEFAULT_TIMEOUT, DEFAULT_PAGE);
    }

    /**
     * Returns these options with other ports to wait at. The first that is free is taken. By default any free port.
     *
     * @param candidates from 1024 to 65535, or 0 for any that is free; as they are registered with the vault
     * @return new options
     * @throws ConfigurationException if there is none, or one is out of range
     */
    public SignInOptions withPorts(int... candidates) {
        return new SignInOptions(opener, LoopbackRules.ports(Ints.asList(candidates)), host, path, timeout, page);
    }

    /**
     * Returns these options with the name {@code localhost} instead of the address {@code 127.0.0.1} in the redirect, for
     * vaults that have it registered so. The library waits at 127.0.0.1 all the same.
     *
     * @return new options
     */
    public SignInOptions withLocalhost() {
        return new SignInOptions(opener, ports, LoopbackRules.NAME, path, timeout, page);
    }

    /**
     * Returns these options with another path of the redirect. By default {@code /}.
     *
     * @param exact empty, or a slash followed by letters, digits and characters of {@code -._~/}
     * @return new options
     * @throws ConfigurationException if it is anything else
     */
    public SignInOptions withPath(String exact) {
        return new SignInOptions(opener, ports, host, LoopbackRules.path(exact), timeout, page);
    }

    /**
     * Returns these options with another time that the person has. By default 5 minutes.
     *
     * @param longest more than zero, and 10 minutes at most
     * @return new options
     * @throws ConfigurationException if it is out of range
     */
    public SignInOptions withTimeout(Duration longest) {
        return new SignInOptions(opener, ports, host, path, LoopbackRules.timeout(longest), page);
    }

    /**
     * Returns these options with another page that the person sees at the end, whatever came of the sign-in. By default one
     * sentence, which says that the window can be closed. It is shown as it is, without scripts, styles and pictures.
     *
     * @param html at most 16 KiB in UTF-8
     * @return new options
     * @throws ConfigurationException if it is longer
     */
    public SignInOptions withPage(String html) {
        return new SignInOptions(opener, ports, host, path, timeout, LoopbackRules.page(html));
    }

    /**
     * Returns what shows the sign-in page to the person.
     *
     * @return the host's code
     */
    public Consumer<URI> opener() {
        return opener;
    }

    /**
     * Returns the ports to wait at, in the order in which they are tried.
     *
     * @return at least one; 0 is any that is free
     */
    public List<Integer> ports() {
        return ports;
    }

    /**
     * Returns the host in the redirect.
     *
     * @return {@code 127.0.0.1} or {@code localhost}
     */
    public String host() {
        return host;
    }

    /**
     * Returns the path of the redirect.
     *
     * @return empty, or from a slash on
     */
    public String path() {
        return path;
    }

    /**
     * Returns how long the person has.
     *
     * @return by default 5 minutes
     */
    public Duration timeout() {
        return timeout;
    }

    /**
     * Returns the page that the person sees at the end.
     *
     * @return HTML
     */
    public String page() {
        return page;
    }

    @Override
    public String toString() {
        return "SignInOptions[ports=" + ports + ", host=" + host + ", path=" + path + ", timeout=" + timeout + "]";
    }
}
