package io.claviger.internal.signin;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The head of an HTTP request (RFC 9112 sections 3 and 5), as far as a redirect needs it. Strict: what is not exactly as a
 * browser writes it is no head.
 *
 * @param method the method
 * @param target the target, as it was sent
 * @param host the host and port that the browser believes it talks to
 */
record RequestHead(String method, String target, String host) {

    private static final String HOST = "host:";

    /** Reads a head, without the empty line at its end; empty if it is malformed. */
    static Optional<RequestHead> parse(byte[] bytes) {
        String[] lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\r\n", -1);
        String[] start = lines[0].split(" ", -1);
        List<String> hosts = Stream.of(lines)
                .skip(1)
                .filter(line -> lower(line).startsWith(HOST))
                .map(line -> line.substring(HOST.length()).strip())
                .toList();
        return start.length == 3 && isVersion(start[2]) && start[1].startsWith("/") && hosts.size() == 1
                ? Optional.of(new RequestHead(start[0], start[1], hosts.get(0)))
                : Optional.empty();
    }

    private static boolean isVersion(String text) {
        return text.equals("HTTP/1.1") || text.equals("HTTP/1.0");
    }

    private static String lower(String line) {
        return line.toLowerCase(Locale.ROOT);
    }

    String path() {
        int mark = target.indexOf('?');
        return mark < 0 ? target : target.substring(0, mark);
    }

    String query() {
        int mark = target.indexOf('?');
        return mark < 0 ? "" : target.substring(mark + 1);
    }

    @Override
    public String toString() {
        return "RequestHead[...]";
    }
}
