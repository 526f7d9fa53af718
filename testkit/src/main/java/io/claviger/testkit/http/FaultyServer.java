package io.claviger.testkit.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;

/**
 * A server on a free port of the loopback interface that passes requests on to a real one, until it is told to misbehave.
 * It remembers what was asked. Safe for use by several threads.
 */
public final class FaultyServer implements AutoCloseable {

    private final List<SeenRequest> requests = new CopyOnWriteArrayList<>();
    private final AtomicLong sent = new AtomicLong();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final Fault forwarding;
    private volatile Fault behaviour;

    private FaultyServer(HttpServer server, URI upstream) {
        this.server = server;
        this.forwarding = new Forwarding(upstream);
        this.behaviour = forwarding;
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * Starts a server that speaks plain HTTP.
     *
     * @param upstream scheme, host and port of the real server
     * @return the server
     */
    public static FaultyServer before(URI upstream) {
        try {
            return new FaultyServer(HttpServer.create(loopback(), 0), upstream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts a server that speaks HTTPS.
     *
     * @param upstream scheme, host and port of the real server
     * @param proof what it proves itself with, from a {@link TestAuthority}
     * @return the server
     */
    public static FaultyServer before(URI upstream, SSLContext proof) {
        try {
            HttpsServer server = HttpsServer.create(loopback(), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(proof));
            return new FaultyServer(server, upstream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetSocketAddress loopback() throws IOException {
        return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
    }

    /**
     * Returns where it listens.
     *
     * @return {@code http://127.0.0.1:8200} for example
     */
    public URI address() {
        String scheme = server instanceof HttpsServer ? "https" : "http";
        return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort());
    }

    /**
     * Misbehaves to every request, from now on.
     *
     * @param fault how
     */
    public void misbehave(Fault fault) {
        behaviour = fault;
    }

    /** Passes requests on again. */
    public void behave() {
        behaviour = forwarding;
    }

    /**
     * Returns what was asked until now, whatever became of it.
     *
     * @return the requests, in order
     */
    public List<SeenRequest> requests() {
        return List.copyOf(requests);
    }

    /**
     * Returns how much it has sent in bodies.
     *
     * @return the number of bytes
     */
    public long sent() {
        return sent.get();
    }

    private void handle(HttpExchange exchange) {
        SeenRequest request = new SeenRequest(
                exchange.getRequestMethod(), exchange.getRequestURI().toString());
        requests.add(request);
        try (exchange) {
            behaviour.answer(new FaultyExchange(exchange, request, closed, sent));
        } catch (IOException e) {
            // the client hung up, or the real server is gone: nothing more is sent
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
