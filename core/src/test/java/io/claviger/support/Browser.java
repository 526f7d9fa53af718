package io.claviger.support;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What comes to a listener on this machine: a real browser's requests, and requests that no browser makes. */
public final class Browser {

    private static final int LIMIT_SECONDS = 20;

    private Browser() {}

    /** What a browser got. */
    public record Reply(int status, Map<String, List<String>> headers, String body) {

        public String header(String name) {
            return String.join(",", headers.getOrDefault(name, List.of()));
        }
    }

    public static Reply get(URI address) {
        return send(address, "GET");
    }

    public static Reply send(URI address, String method) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
            connection.setRequestMethod(method);
            connection.setReadTimeout((int) TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));
            int status = connection.getResponseCode();
            InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream();
            byte[] bytes = body == null ? new byte[0] : body.readAllBytes();
            return new Reply(status, connection.getHeaderFields(), new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError("the listener did not answer", e);
        }
    }

    /** Sends bytes as they are, and returns what is answered until the connection ends. */
    public static String raw(int port, String request) {
        try (Socket socket = connect(port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    /** Opens a connection and says nothing. */
    public static Socket connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));
        return socket;
    }

    /** Takes a port as another program would. */
    public static ServerSocket occupy(int port) throws IOException {
        ServerSocket taken = new ServerSocket();
        taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return taken;
    }

    /** Whether nobody listens at a port. */
    public static boolean isFree(int port) {
        try (ServerSocket taken = occupy(port)) {
            return taken.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
