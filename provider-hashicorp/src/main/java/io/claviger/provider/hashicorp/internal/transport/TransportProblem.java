package io.claviger.provider.hashicorp.internal.transport;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What keeps an answer from coming, told by the kind of exception: their texts may quote what was sent. */
enum TransportProblem {
    TOO_LARGE(OversizedBodyException.class, "The server's answer is larger than 40 MiB; check the address."),
    UNKNOWN_HOST(UnresolvedAddressException.class, "The server's host name is not known; check the address."),
    CONNECT_TIMEOUT(
            HttpConnectTimeoutException.class,
            "The server did not accept a connection in time; check the address and the network."),
    TLS(
            SSLException.class,
            "No trusted TLS connection was made; if the server's certificate is of a private authority, name that in"
                    + " ca-file, and check that the certificate is for this host and has not expired."),
    CONNECT(
            ConnectException.class,
            "The server does not accept connections; check the address, and whether the server runs."),
    OTHER(Throwable.class, "The connection to the server broke; check that the address is that of a Vault server.");

    private final Class<? extends Throwable> kind;
    private final String sentence;

    TransportProblem(Class<? extends Throwable> kind, String sentence) {
        this.kind = kind;
        this.sentence = sentence;
    }

    static TransportProblem of(Throwable thrown) {
        for (TransportProblem problem : values()) {
            if (problem.isIn(thrown)) {
                return problem;
            }
        }
        return OTHER;
    }

    private boolean isIn(Throwable thrown) {
        for (@Nullable Throwable at = thrown; at != null; at = at.getCause()) {
            if (kind.isInstance(at)) {
                return true;
            }
        }
        return false;
    }

    String sentence() {
        return sentence;
    }
}
