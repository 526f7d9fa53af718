package io.claviger.internal.signin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a browser is answered: constant texts, which nobody stores, frames or lets run anything. */
final class Response {

    private static final List<String> HEADERS = List.of(
            "Content-Type: text/html; charset=utf-8",
            "Cache-Control: no-store",
            "Referrer-Policy: no-referrer",
            "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options: nosniff",
            "Connection: close");

    private Response() {}

    static ByteBuffer page(String html) {
        return of("200 OK", html);
    }

    static ByteBuffer notFound() {
        return of("404 Not Found", "");
    }

    static ByteBuffer badRequest() {
        return of("400 Bad Request", "");
    }

    private static ByteBuffer of(String status, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = String.join(
                "\r\n",
                "HTTP/1.1 " + status,
                String.join("\r\n", HEADERS),
                "Content-Length: " + content.length,
                "",
                "");
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(start.length + content.length)
                .put(start)
                .put(content)
                .flip();
    }
}
