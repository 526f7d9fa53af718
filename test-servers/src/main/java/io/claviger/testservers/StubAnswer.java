package io.claviger.testservers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** How a {@link StubServer} answers one request; runs on a thread of the server. */
@FunctionalInterface
public interface StubAnswer {

    /**
     * Answers. When it returns, the answer is over, complete or not.
     *
     * @param exchange where to send the answer
     * @throws IOException if the client has hung up
     * @throws InterruptedException if the server closes
     */
    void send(Exchange exchange) throws IOException, InterruptedException;

    /**
     * Returns a complete answer.
     *
     * @param status the HTTP status
     * @param type the content type
     * @param body the body
     * @return the answer
     */
    static StubAnswer of(int status, String type, byte[] body) {
        return exchange -> {
            exchange.header("Content-Type", type);
            exchange.begin(status, body.length).write(body);
        };
    }

    /**
     * Returns a complete answer.
     *
     * @param status the HTTP status
     * @param type the content type
     * @param body the body, sent as UTF-8
     * @return the answer
     */
    static StubAnswer of(int status, String type, String body) {
        return of(status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns this answer with a header.
     *
     * @param name its name
     * @param value its value
     * @return a new answer
     */
    default StubAnswer with(String name, String value) {
        return exchange -> {
            exchange.header(name, value);
            send(exchange);
        };
    }

    /** One request that waits for its answer. */
    interface Exchange {

        /**
         * Sets a header, before the answer begins.
         *
         * @param name its name
         * @param value its value
         */
        void header(String name, String value);

        /**
         * Sends status and headers.
         *
         * @param status the HTTP status
         * @param length the length of the body; negative if it is not known
         * @return where the body goes
         * @throws IOException if the client has hung up
         */
        OutputStream begin(int status, long length) throws IOException;
    }
}
