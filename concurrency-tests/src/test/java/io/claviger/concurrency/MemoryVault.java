package io.claviger.concurrency;

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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * A vault in memory. A secret is a number, in two fields that always match; it counts what it is asked, and what it is
 * asked too late.
 */
@VaultType("memory")
final class MemoryVault implements VaultProvider {

    private static final ProviderDescriptor DESCRIPTOR =
            ProviderDescriptor.of("Vault in memory").build();
    private static final List<SecretSnapshot> NUMBERS =
            IntStream.range(0, 10).mapToObj(MemoryVault::secret).toList();
    // about a microsecond, so that others come while a read is under way
    private static final int READ_SPINS = 20;

    private final Map<String, SecretSnapshot> secrets = new ConcurrentHashMap<>(4);
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger sessions = new AtomicInteger();
    private final AtomicInteger closes = new AtomicInteger();
    private final AtomicInteger brokenPromises = new AtomicInteger();

    private static SecretSnapshot secret(int number) {
        SecretValue value = SecretValue.ofText(String.valueOf(number));
        return SecretSnapshot.ofFields(Map.of("user", value, "password", value)).build();
    }

    void put(String path, int number) {
        secrets.put(path, NUMBERS.get(number));
    }

    /** How many reads were begun. */
    int reads() {
        return reads.get();
    }

    /** How many sessions were opened and not revoked. */
    int sessions() {
        return sessions.get();
    }

    /** How many times a client was closed. */
    int closes() {
        return closes.get();
    }

    /** How many times a client was used after it was closed, or closed while it was in use. */
    int brokenPromises() {
        return brokenPromises.get();
    }

    @Override
    public ProviderDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public VaultClient open(Settings settings) {
        return new Client();
    }

    private final class Client implements VaultClient {

        private final AtomicInteger users = new AtomicInteger();
        private volatile boolean closed;

        @Override
        public Location locate(SecretReference reference) {
            return Location.of(
                    Locator.of(reference.path(), reference.parameters()),
                    reference.field().orElse(null));
        }

        @Override
        public Session authenticate(Credentials credentials, Call call) {
            enter();
            sessions.incrementAndGet();
            exit();
            return new MemorySession(this);
        }

        @Override
        public void close() {
            closed = true;
            closes.incrementAndGet();
            if (users.get() != 0) {
                brokenPromises.incrementAndGet();
            }
        }

        void enter() {
            users.incrementAndGet();
            if (closed) {
                brokenPromises.incrementAndGet();
            }
        }

        void exit() {
            users.decrementAndGet();
        }
    }

    private final class MemorySession implements Session {

        private final Client client;

        MemorySession(Client client) {
            this.client = client;
        }

        @Override
        public SecretSnapshot read(Locator locator, Call call) {
            client.enter();
            try {
                reads.incrementAndGet();
                // what it will reply is decided here: a change from now on makes the reply old
                SecretSnapshot found = secrets.get(String.join("/", locator.path()));
                for (int i = 0; i < READ_SPINS; i++) {
                    Thread.onSpinWait();
                }
                if (found == null) {
                    throw VaultFailure.of(VaultFailure.Kind.NOT_FOUND, "There is no secret at this path.");
                }
                return found;
            } finally {
                client.exit();
            }
        }

        @Override
        public boolean revoke(Call call) {
            client.enter();
            sessions.decrementAndGet();
            client.exit();
            return true;
        }
    }
}
