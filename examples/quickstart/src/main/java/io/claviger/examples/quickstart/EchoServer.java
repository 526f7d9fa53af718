package io.claviger.examples.quickstart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A server on this machine that notes what arrives. */
final class EchoServer implements AutoCloseable {

    private static final int NO_CONTENT = 204;

    private final HttpServer server;
    private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();

    EchoServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::note);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The request that arrived last, with everything in it that the story sends. */
    String lastRequest() {
        return arrived.remove();
    }

    private void note(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        arrived.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + System.lineSeparator()
                + "Authorization: " + exchange.getRequestHeaders().getFirst("Authorization") + System.lineSeparator()
                + body);
        exchange.sendResponseHeaders(NO_CONTENT, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
