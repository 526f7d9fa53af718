package io.claviger.testservers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A server of the loopback interface that answers as it is told: for redirects, broken answers and silence, which no
 * real server can be made to give. It remembers what was asked. Safe for use by several threads.
 */
public final class StubServer implements AutoCloseable {

    private static final StubAnswer NOTHING_THERE = StubAnswer.of(404, "application/json", "{\"errors\":[]}");

    private final Map<String, StubAnswer> answers = new ConcurrentHashMap<>();
    private final List<StubRequest> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    private StubServer(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * Starts a server on a free port, which answers 404 to everything.
     *
     * @return the server
     */
    public static StubServer start() {
        try {
            InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            return new StubServer(HttpServer.create(new InetSocketAddress(loopback, 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Says how a path is answered, from now on.
     *
     * @param path the path as it is sent, encoded, without the query
     * @param answer the answer
     */
    public void on(String path, StubAnswer answer) {
        answers.put(path, answer);
    }

    /**
     * Returns where it listens.
     *
     * @return {@code http://127.0.0.1:8200} for example
     */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /**
     * Returns what was asked until now.
     *
     * @return the requests, in order
     */
    public List<StubRequest> requests() {
        return List.copyOf(requests);
    }

    /**
     * Waits until the server is closed, or a time has passed.
     *
     * @param millis the time in milliseconds; negative for no limit
     * @return {@code true} if it is closed
     * @throws InterruptedException if the server's thread is interrupted, which it is when the server closes
     */
    public boolean awaitClose(long millis) throws InterruptedException {
        if (millis < 0) {
            closed.await();
            return true;
        }
        return closed.await(millis, TimeUnit.MILLISECONDS);
    }

    private void handle(HttpExchange exchange) {
        String path = exchange.getRequestURI().getRawPath();
        requests.add(new StubRequest(exchange.getRequestMethod(), path, Map.copyOf(exchange.getRequestHeaders())));
        try (exchange) {
            Optional.ofNullable(answers.get(path)).orElse(NOTHING_THERE).send(new Exchange(exchange));
        } catch (IOException e) {
            // the client hung up
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Exchange(HttpExchange http) implements StubAnswer.Exchange {

        @Override
        public void header(String name, String value) {
            http.getResponseHeaders().set(name, value);
        }

        @Override
        public OutputStream begin(int status, long length) throws IOException {
            // to this server, zero means a body of unknown length and -1 means none
            http.sendResponseHeaders(status, length == 0 ? -1 : Math.max(0, length));
            return http.getResponseBody();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
