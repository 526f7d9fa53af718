package io.claviger.support;

import io.claviger.Credentials;
import io.claviger.SecretReference;
import io.claviger.SecretSnapshot;
import io.claviger.SecretValue;
import io.claviger.Settings;
import io.claviger.spi.Call;
import io.claviger.spi.Endpoints;
import io.claviger.spi.Location;
import io.claviger.spi.Locator;
import io.claviger.spi.ProviderDescriptor;
import io.claviger.spi.Session;
import io.claviger.spi.SettingDescriptor;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultProvider;
import io.claviger.spi.VaultType;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A vault that asks, as one over a network does, where it may connect, and notes what it would have sent. */
@VaultType("networked")
public final class NetworkedVault implements VaultProvider {

    /** What was sent, in order: only what may go where it goes. */
    public final List<String> sent = new CopyOnWriteArrayList<>();

    @Override
    public ProviderDescriptor descriptor() {
        return ProviderDescriptor.of("Networked vault")
                .setting(SettingDescriptor.required("address", "Where it is.").destination())
                .setting(SettingDescriptor.optional("note", "Anything."))
                .credentials(FakeVault.Key.class)
                .credentialsOptional()
                .build();
    }

    @Override
    public VaultClient open(Settings settings) {
        throw new AssertionError("the core gives endpoints");
    }

    @Override
    public VaultClient open(Settings settings, Endpoints endpoints) {
        URI address = URI.create(settings.get("address").orElseThrow());
        endpoints.check(address);
        return new Client(address, endpoints);
    }

    private final class Client implements VaultClient {

        private final URI address;
        private final Endpoints endpoints;

        Client(URI address, Endpoints endpoints) {
            this.address = address;
            this.endpoints = endpoints;
        }

        @Override
        public Location locate(SecretReference reference) {
            return Location.whole(Locator.of(reference.path(), reference.parameters()));
        }

        @Override
        public Session authenticate(Credentials credentials, Call call) {
            send("login", call);
            return (locator, read) -> {
                send("read", read);
                return SecretSnapshot.ofValue(SecretValue.ofText("value")).build();
            };
        }

        private void send(String what, Call call) {
            endpoints.resolve(address);
            call.checkDeadline();
            sent.add(what);
        }

        @Override
        public void close() {}
    }
}
