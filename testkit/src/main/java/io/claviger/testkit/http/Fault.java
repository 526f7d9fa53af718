package io.claviger.testkit.http;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** How a {@link FaultyServer} misbehaves to one request; runs on a thread of the server. */
@FunctionalInterface
public interface Fault {

    /**
     * Answers, or does not. When it returns, the answer is over, complete or not.
     *
     * @param exchange the request, and where the answer goes
     * @throws IOException if the client has hung up
     * @throws InterruptedException if the server closes
     */
    void answer(FaultyExchange exchange) throws IOException, InterruptedException;

    /**
     * Returns a complete answer.
     *
     * @param status the HTTP status
     * @param type the content type
     * @param body the body
     * @return the answer
     */
    static Fault status(int status, String type, byte[] body) {
        return exchange -> {
            exchange.header("Content-Type", type);
            exchange.begin(status, body.length).write(body);
        };
    }

    /**
     * Returns a complete answer of JSON, well-formed or not.
     *
     * @param status the HTTP status
     * @param body the body
     * @return the answer
     */
    static Fault json(int status, String body) {
        return status(status, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns the usual way to ask for fewer requests: status 429.
     *
     * @param retryAfter how long to wait, in whole seconds; empty for no hint
     * @return the answer
     */
    static Fault tooManyRequests(Optional<Duration> retryAfter) {
        return exchange -> {
            retryAfter.ifPresent(time -> exchange.header("Retry-After", String.valueOf(time.toSeconds())));
            json(429, "{\"errors\":[]}").answer(exchange);
        };
    }

    /**
     * Returns an answer that sends the client elsewhere, to the same path.
     *
     * @param status the HTTP status: 301, 302, 303, 307 or 308
     * @param elsewhere scheme, host and port
     * @return the answer
     */
    static Fault redirect(int status, URI elsewhere) {
        return exchange -> {
            exchange.header("Location", elsewhere + exchange.request().path());
            exchange.begin(status, 0);
        };
    }

    /**
     * Returns the fault of a server that closes the connection without a word.
     *
     * @return the fault
     */
    static Fault hangUp() {
        return exchange -> {};
    }

    /**
     * Returns the fault of a server that takes the request and never answers.
     *
     * @return the fault
     */
    static Fault silence() {
        return FaultyExchange::awaitClose;
    }

    /**
     * Returns the fault of a server that breaks off in the middle of its answer.
     *
     * @return the fault
     */
    static Fault brokenOff() {
        return exchange -> {
            exchange.header("Content-Type", "application/json");
            exchange.begin(200, 1000).write('{');
        };
    }

    /**
     * Returns the fault of a server that sends one byte after the other without an end, ten milliseconds apart.
     *
     * @return the fault
     */
    static Fault trickle() {
        return exchange -> {
            exchange.header("Content-Type", "application/json");
            var body = exchange.begin(200, -1);
            while (!exchange.awaitClose(Duration.ofMillis(10))) {
                body.write(' ');
                body.flush();
            }
        };
    }

    /**
     * Returns the fault of a server whose answer has no end.
     *
     * @return the fault, which gives up after 160 mebibytes
     */
    static Fault endless() {
        return exchange -> {
            exchange.header("Content-Type", "application/json");
            LargeBodies.endless(exchange.begin(200, -1));
        };
    }

    /**
     * Returns the fault of a server whose answer is small and unpacks to four gibibytes.
     *
     * @return the fault
     */
    static Fault bomb() {
        return exchange -> {
            exchange.header("Content-Type", "application/json");
            exchange.header("Content-Encoding", "gzip");
            LargeBodies.bomb(exchange.begin(200, -1));
        };
    }
}
