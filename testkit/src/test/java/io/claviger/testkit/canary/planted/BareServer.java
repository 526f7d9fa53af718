package io.claviger.testkit.canary.planted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Answers one request with nothing, and logs nothing: a server of the platform would log the address too. */
final class BareServer implements AutoCloseable {

    private static final String NOTHING = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private final ServerSocket socket;

    BareServer() throws IOException {
        socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        new Thread(this::answer, "bare-server").start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    private void answer() {
        try (Socket client = socket.accept()) {
            int last = 0;
            // the request has no body, so that it ends with the first empty line
            for (int read = client.getInputStream().read();
                    read >= 0;
                    read = client.getInputStream().read()) {
                last = read == '\r' ? last : read == '\n' ? last + 1 : 0;
                if (last == 2) {
                    break;
                }
            }
            client.getOutputStream().write(NOTHING.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
