package io.claviger.internal.signin;

import io.claviger.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** What a host may ask of the listener on the loopback address. */
public final class LoopbackRules {

    /** The address that is listened at: never another one. */
    public static final String ADDRESS = "127.0.0.1";

    /** The name that a redirect may have instead. */
    public static final String NAME = "localhost";

    /** The path of a redirect unless the host names another. */
    public static final String ROOT = "/";

    private static final int FIRST_PORT = 1024;
    private static final int LAST_PORT = 65_535;
    private static final int LARGEST_PAGE = 16 * 1024;
    private static final Pattern PATH = Pattern.compile("(?:/[A-Za-z0-9._~-]*){0,32}");
    private static final int LONGEST_PATH = 256;

    private LoopbackRules() {}

    /**
     * Checks ports.
     *
     * @param ports the ports
     * @return the same ports
     * @throws ConfigurationException if there is none, or one is out of range
     */
    public static List<Integer> ports(List<Integer> ports) {
        if (ports.isEmpty()
                || !ports.stream().allMatch(port -> port == 0 || (port >= FIRST_PORT && port <= LAST_PORT))) {
            throw new ConfigurationException(
                    "The ports of a sign-in are " + ports + ". Give 0 for any free one, or ports from 1024 to 65535.");
        }
        return ports;
    }

    /**
     * Checks a path.
     *
     * @param path the path
     * @return the same path
     * @throws ConfigurationException if it is malformed
     */
    public static String path(String path) {
        if (path.length() > LONGEST_PATH || !PATH.matcher(path).matches()) {
            throw new ConfigurationException(
                    "The path of a sign-in's redirect is malformed. Begin it with a slash, and use"
                            + " letters, digits and -._~ only.");
        }
        return path;
    }

    /**
     * Checks a time-out.
     *
     * @param timeout how long a person has
     * @return the same time
     * @throws ConfigurationException if it is not positive, or longer than a state lives
     */
    public static Duration timeout(Duration timeout) {
        if (timeout.isZero() || timeout.isNegative() || timeout.compareTo(PendingSignIns.LIFE) > 0) {
            throw new ConfigurationException("The time-out of a sign-in is " + timeout
                    + ". Set it to more than zero and to 10 minutes at most.");
        }
        return timeout;
    }

    /**
     * Checks a page.
     *
     * @param html the page
     * @return the same page
     * @throws ConfigurationException if it is too long
     */
    public static String page(String html) {
        if (html.getBytes(StandardCharsets.UTF_8).length > LARGEST_PAGE) {
            throw new ConfigurationException("The page at the end of a sign-in is too long. Write at most 16 KiB.");
        }
        return html;
    }
}
