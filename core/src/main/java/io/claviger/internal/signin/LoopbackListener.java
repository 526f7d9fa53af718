package io.claviger.internal.signin;

import io.claviger.ConfigurationException;
import io.claviger.SignInOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits at 127.0.0.1 for a browser to come back from a sign-in page (RFC 8252 section 7.3). It takes one request: a GET of
 * the exact path, for this very host and port, with the state that is waited for. All others are answered with an empty
 * page and change nothing, however many there are, however slow and however long.
 *
 * <p>One daemon thread serves all connections; each may send one request of 32 KiB, and at most 16 are open, of which the
 * oldest has to go when another comes. Nothing of what they send is logged. Closed by its end or by {@link #close()},
 * whichever is first.
 */
public final class LoopbackListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LoopbackListener.class);
    private static final int MOST_VISITS = 16;

    private final SignInOptions options;
    private final Deque<Visit> visits = new ArrayDeque<>();
    private volatile @Nullable ServerSocketChannel server;
    private volatile @Nullable Selector selector;
    private volatile boolean closed;
    private int port;

    /**
     * Creates a listener that is not open.
     *
     * @param options ports, path and page
     */
    public LoopbackListener(SignInOptions options) {
        this.options = options;
    }

    /**
     * Opens the listener at the first free port.
     *
     * @return the redirect that leads here
     * @throws ConfigurationException if no port is free
     */
    public URI open() {
        for (int candidate : options.ports()) {
            if (bind(candidate)) {
                return URI.create("http://" + options.host() + ":" + port + options.path());
            }
        }
        throw new ConfigurationException(
                "None of the ports " + options.ports() + " is free on 127.0.0.1, where the sign-in"
                        + " page would send the person back to. End what uses them, or give others.");
    }

    private boolean bind(int candidate) {
        ServerSocketChannel channel = null;
        try {
            channel = ServerSocketChannel.open();
            byte[] loopback = {127, 0, 0, 1};
            channel.bind(new InetSocketAddress(InetAddress.getByAddress(loopback), candidate), MOST_VISITS);
            channel.configureBlocking(false);
            Selector fresh = Selector.open();
            selector = fresh;
            channel.register(fresh, SelectionKey.OP_ACCEPT);
            port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
            server = channel;
            return true;
        } catch (IOException taken) {
            Quietly.close(channel);
            Quietly.close(selector);
            return false;
        }
    }

    /**
     * Begins to wait.
     *
     * @param attempt is told what comes back, once
     */
    public void serve(Attempt attempt) {
        Selector open = Objects.requireNonNull(selector, "opened before");
        Thread thread = new Thread(() -> run(open, attempt), "claviger-sign-in");
        thread.setDaemon(true);
        thread.start();
    }

    private void run(Selector open, Attempt attempt) {
        try {
            while (!closed) {
                // closing waits for the end of a round, so that no key goes away during one
                open.select(key -> serve(key, attempt));
            }
        } catch (IOException | UncheckedIOException | ClosedSelectorException e) {
            LOG.debug("A listener for a sign-in ended with {}", e.getClass().getName());
        } finally {
            close();
            visits.forEach(Visit::close);
            attempt.answeredNever();
        }
    }

    private void serve(SelectionKey key, Attempt attempt) {
        if (!key.isValid() || closed) {
            return;
        }
        if (key.attachment() instanceof Visit visit) {
            serve(visit, attempt);
        } else {
            accept(key.selector());
        }
    }

    private void accept(Selector open) {
        try {
            ServerSocketChannel listening = server;
            SocketChannel channel = listening == null ? null : listening.accept();
            if (channel != null) {
                welcome(channel, open);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void welcome(SocketChannel channel, Selector open) throws IOException {
        if (visits.size() >= MOST_VISITS) {
            visits.removeFirst().close();
        }
        channel.configureBlocking(false);
        Visit visit = new Visit(channel);
        channel.register(open, SelectionKey.OP_READ, visit);
        visits.add(visit);
    }

    private void serve(Visit visit, Attempt attempt) {
        try {
            Optional<byte[]> head = visit.read();
            if (head.isPresent()) {
                answer(visit, RequestHead.parse(head.get()), attempt);
            }
        } catch (IOException useless) {
            visits.remove(visit);
            visit.close();
        }
    }

    private void answer(Visit visit, Optional<RequestHead> head, Attempt attempt) throws IOException {
        if (head.isEmpty()
                || !head.get().method().equals("GET")
                || !isHere(head.get().host())) {
            visit.answer(Response.badRequest());
        } else if (!head.get().path().equals(options.path().isEmpty() ? LoopbackRules.ROOT : options.path())) {
            visit.answer(Response.notFound());
        } else {
            Optional<Answer> answer = Answer.parse(head.get().query()).filter(attempt::asked);
            if (answer.isEmpty()) {
                visit.answer(Response.badRequest());
            } else {
                take(visit, answer.get(), attempt);
            }
        }
    }

    private boolean isHere(String host) {
        return host.equals(LoopbackRules.ADDRESS + ":" + port) || host.equals(LoopbackRules.NAME + ":" + port);
    }

    // whether the browser still wants to see the page or not, what it brought counts
    private void take(Visit visit, Answer answer, Attempt attempt) throws IOException {
        try {
            visit.answer(Response.page(options.page()));
        } finally {
            // closed before anybody is told, so that the port is free when they go on
            close();
            attempt.answered(answer);
        }
    }

    /** Frees the port, whatever state the listener is in. */
    @Override
    public void close() {
        closed = true;
        Quietly.close(server);
        Selector open = selector;
        if (open != null) {
            open.wakeup();
            Quietly.close(open);
        }
    }
}
