package io.claviger.internal.signin;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Optional;

/** One connection of a browser, or of anybody else on this machine: one request, of a bounded length, and one response. */
final class Visit {

    private static final int LONGEST_HEAD = 32 * 1024;
    private static final int SEND_BUFFER = 64 * 1024;
    private static final int GREATEST_REST = 64 * 1024;
    private static final byte[] END = {'\r', '\n', '\r', '\n'};

    private final SocketChannel channel;
    private final ByteBuffer received = ByteBuffer.allocate(LONGEST_HEAD);
    private boolean answered;
    private int rest;

    Visit(SocketChannel channel) {
        this.channel = channel;
    }

    /**
     * Reads what is there.
     *
     * @return the head of the request, without the empty line, once it is complete; empty before and after that
     * @throws IOException if the connection is of no use any more
     */
    Optional<byte[]> read() throws IOException {
        int count = channel.read(received);
        if (count < 0) {
            throw new IOException("closed by the other side");
        }
        if (answered) {
            skipRest(count);
            return Optional.empty();
        }
        int end = indexOfEnd();
        if (end < 0 && !received.hasRemaining()) {
            throw new IOException("too long");
        }
        return end < 0 ? Optional.empty() : Optional.of(Arrays.copyOf(received.array(), end));
    }

    // a body that is not wanted is read all the same, so that the response arrives, but not for ever
    private void skipRest(int count) throws IOException {
        received.clear();
        rest += count;
        if (rest > GREATEST_REST) {
            throw new IOException("too long");
        }
    }

    private int indexOfEnd() {
        byte[] bytes = received.array();
        for (int i = 0; i + END.length <= received.position(); i++) {
            if (Arrays.equals(bytes, i, i + END.length, END, 0, END.length)) {
                return i;
            }
        }
        return -1;
    }

    /** Sends a response, which fits into the buffers of a new connection, and nothing more. */
    void answer(ByteBuffer response) throws IOException {
        answered = true;
        received.clear();
        channel.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER);
        var unused = channel.write(response);
        channel.shutdownOutput();
    }

    void close() {
        Quietly.close(channel);
    }
}
