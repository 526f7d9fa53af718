package io.claviger.tests.life;

import io.claviger.Credentials;
import io.claviger.SecretReference;
import io.claviger.SecretSnapshot;
import io.claviger.Settings;
import io.claviger.provider.hashicorp.HashicorpProvider;
import io.claviger.spi.Call;
import io.claviger.spi.Location;
import io.claviger.spi.Locator;
import io.claviger.spi.ProviderDescriptor;
import io.claviger.spi.Session;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultProvider;
import io.claviger.spi.VaultType;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The real provider, whose clients count how often they log in and are closed. */
@VaultType("hashicorp")
final class CountedHashicorp implements VaultProvider {

    private final VaultProvider provider = new HashicorpProvider();
    private final List<Client> clients = new CopyOnWriteArrayList<>();

    /** How often each client was closed, in the order in which they were opened. */
    List<Integer> closings() {
        return clients.stream().map(client -> client.closings.get()).toList();
    }

    /** How many logins were begun, through all clients. */
    int logins() {
        return clients.stream().mapToInt(client -> client.logins.get()).sum();
    }

    @Override
    public ProviderDescriptor descriptor() {
        return provider.descriptor();
    }

    @Override
    public VaultClient open(Settings settings) {
        Client client = new Client(provider.open(settings));
        clients.add(client);
        return client;
    }

    private static final class Client implements VaultClient {

        private final VaultClient client;
        private final AtomicInteger closings = new AtomicInteger();
        private final AtomicInteger logins = new AtomicInteger();

        Client(VaultClient client) {
            this.client = client;
        }

        @Override
        public Location locate(SecretReference reference) {
            return client.locate(reference);
        }

        @Override
        public Session authenticate(Credentials credentials, Call call) {
            logins.incrementAndGet();
            return client.authenticate(credentials, call);
        }

        @Override
        public Optional<Locator> previousVersion(Locator locator, SecretSnapshot current) {
            return client.previousVersion(locator, current);
        }

        @Override
        public void close() {
            closings.incrementAndGet();
            client.close();
        }
    }
}
