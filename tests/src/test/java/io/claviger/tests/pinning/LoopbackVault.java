package io.claviger.tests.pinning;

import io.claviger.Credentials;
import io.claviger.SecretReference;
import io.claviger.SecretSnapshot;
import io.claviger.SecretValue;
import io.claviger.Settings;
import io.claviger.spi.Call;
import io.claviger.spi.Location;
import io.claviger.spi.Locator;
import io.claviger.spi.ProviderDescriptor;
import io.claviger.spi.Session;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultProvider;
import io.claviger.spi.VaultType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A vault behind a socket of the loopback interface, which keeps all who read waiting until it is told to answer. The
 * value of each secret is its path.
 */
@VaultType("loopback")
final class LoopbackVault implements VaultProvider, AutoCloseable {

    private static final int BACKLOG = 1_000;
    private static final int ANSWER = 1;

    private final AtomicInteger reads = new AtomicInteger();
    private final BlockingQueue<Socket> accepted = new LinkedBlockingQueue<>();
    private final ServerSocket server;

    LoopbackVault() {
        try {
            server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread acceptor = new Thread(this::accept, "loopback-vault");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    private void accept() {
        try {
            while (true) {
                accepted.add(server.accept());
                reads.incrementAndGet();
            }
        } catch (IOException closed) {
            // the test is over
            return;
        }
    }

    /** How many reads have reached the vault. */
    int reads() {
        return reads.get();
    }

    /** Answers all reads, those to come included. */
    void answer() {
        Thread answerer = new Thread(this::answerAll, "loopback-vault-answers");
        answerer.setDaemon(true);
        answerer.start();
    }

    private void answerAll() {
        try {
            while (true) {
                try (Socket socket = accepted.take()) {
                    socket.getOutputStream().write(ANSWER);
                }
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("a reader has gone", e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ProviderDescriptor descriptor() {
        return ProviderDescriptor.of("Vault behind a socket").build();
    }

    @Override
    public VaultClient open(Settings settings) {
        return new VaultClient() {
            @Override
            public Location locate(SecretReference reference) {
                return Location.whole(Locator.of(reference.path(), reference.parameters()));
            }

            @Override
            public Session authenticate(Credentials credentials, Call call) {
                return LoopbackVault.this::read;
            }

            @Override
            public void close() {}
        };
    }

    private SecretSnapshot read(Locator locator, Call call) {
        try (Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
            if (socket.getInputStream().read() != ANSWER) {
                throw VaultFailure.of(VaultFailure.Kind.UNAVAILABLE, "The vault hung up.");
            }
        } catch (IOException e) {
            throw VaultFailure.of(VaultFailure.Kind.UNAVAILABLE, "The vault cannot be reached.");
        }
        return SecretSnapshot.ofValue(SecretValue.ofText(locator.path().get(0))).build();
    }
}
