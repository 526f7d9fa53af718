package io.claviger.testservers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Finds ports of the loopback interface that nobody listens on. */
final class Ports {

    private static final int ATTEMPTS = 100;

    private Ports() {}

    /**
     * Returns a port that is free together with the next one. Another process may take them before they are used.
     */
    static int freePair() throws IOException {
        for (int i = 0; i < ATTEMPTS; i++) {
            try (ServerSocket first = listen(0);
                    ServerSocket second = listen(first.getLocalPort() + 1)) {
                return second.getLocalPort() - 1;
            } catch (IOException | IllegalArgumentException e) {
                // the next port is taken, or there is none: try another pair
            }
        }
        throw new IOException("No two neighbouring ports are free.");
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = listen(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    }
}
