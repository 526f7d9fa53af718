package io.claviger.testkit.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A vault behind HTTP that is as small as one can be: {@code POST /login} with a password gives a token, and {@code GET
 * /secrets/<name>} with the token a value in base64.
 */
final class SmallServer implements AutoCloseable {

    private final Map<String, byte[]> secrets = new ConcurrentHashMap<>();
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final String password;

    SmallServer(String password) {
        this.password = password;
        try {
            InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/login", this::logIn);
        server.createContext("/secrets/", this::read);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void put(String name, byte[] value) {
        secrets.put(name, value);
    }

    void remove(String name) {
        secrets.remove(name);
    }

    void endSessions() {
        tokens.clear();
    }

    private void logIn(HttpExchange exchange) throws IOException {
        String given = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String token = UUID.randomUUID().toString();
        tokens.add(token);
        answer(exchange, given.equals(password) ? 200 : 401, given.equals(password) ? token : "wrong");
    }

    private void read(HttpExchange exchange) throws IOException {
        List<String> given = exchange.getRequestHeaders().getOrDefault("Token", List.of(""));
        byte[] value = secrets.get(exchange.getRequestURI().getPath().substring("/secrets/".length()));
        if (!tokens.contains(given.get(0))) {
            answer(exchange, 401, "ended");
        } else if (value == null) {
            answer(exchange, 404, "none");
        } else {
            answer(exchange, 200, Base64.getEncoder().encodeToString(value));
        }
    }

    private static void answer(HttpExchange exchange, int status, String word) throws IOException {
        byte[] body = ("{\"small\":\"" + word + "\"}").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
