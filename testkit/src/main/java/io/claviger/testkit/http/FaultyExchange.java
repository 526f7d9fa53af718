package io.claviger.testkit.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** One request that waits for its answer. Not safe for use by several threads. */
public final class FaultyExchange {

    private final HttpExchange http;
    private final SeenRequest request;
    private final CountDownLatch closed;
    private final AtomicLong sent;

    FaultyExchange(HttpExchange http, SeenRequest request, CountDownLatch closed, AtomicLong sent) {
        this.http = http;
        this.request = request;
        this.closed = closed;
        this.sent = sent;
    }

    /**
     * Returns what was asked.
     *
     * @return the request
     */
    public SeenRequest request() {
        return request;
    }

    /**
     * Sets a header, before the answer begins.
     *
     * @param name its name
     * @param value its value
     */
    public void header(String name, String value) {
        http.getResponseHeaders().set(name, value);
    }

    /**
     * Sends status and headers.
     *
     * @param status the HTTP status
     * @param length the length of the body; negative if it is not known
     * @return where the body goes
     * @throws IOException if the client has hung up
     */
    public OutputStream begin(int status, long length) throws IOException {
        // to this server, zero means a body of unknown length and -1 means none
        http.sendResponseHeaders(status, length == 0 ? -1 : Math.max(0, length));
        return new Counting(http.getResponseBody(), sent);
    }

    /**
     * Waits until the server is closed.
     *
     * @throws InterruptedException when it is closed
     */
    public void awaitClose() throws InterruptedException {
        closed.await();
    }

    /**
     * Waits until the server is closed, or a time has passed.
     *
     * @param time how long to wait
     * @return {@code true} if it is closed
     * @throws InterruptedException when it is closed
     */
    public boolean awaitClose(Duration time) throws InterruptedException {
        return closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    HttpExchange http() {
        return http;
    }

    private static final class Counting extends OutputStream {

        private final OutputStream out;
        private final AtomicLong sent;

        Counting(OutputStream out, AtomicLong sent) {
            this.out = out;
            this.sent = sent;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            sent.incrementAndGet();
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            sent.addAndGet(length);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
