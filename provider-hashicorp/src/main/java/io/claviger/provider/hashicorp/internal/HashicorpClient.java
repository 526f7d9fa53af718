package io.claviger.provider.hashicorp.internal;

import io.claviger.Credentials;
import io.claviger.SecretReference;
import io.claviger.SecretSnapshot;
import io.claviger.provider.hashicorp.internal.api.Server;
import io.claviger.provider.hashicorp.internal.kv.KvSecrets;
import io.claviger.provider.hashicorp.internal.login.Login;
import io.claviger.provider.hashicorp.internal.settings.HashicorpSettings;
import io.claviger.spi.Call;
import io.claviger.spi.Endpoints;
import io.claviger.spi.Location;
import io.claviger.spi.Locator;
import io.claviger.spi.Session;
import io.claviger.spi.VaultClient;
import java.util.Optional;
import java.util.function.Function;

/** The client of one integration. */
public final class HashicorpClient implements VaultClient {

    private final Server server;
    private final KvSecrets secrets;
    private final Function<Credentials, Login> logins;

    /**
     * Creates a client. Contacts nothing.
     *
     * @param settings how to reach the server
     * @param endpoints where it may connect to
     * @param logins says how to log in with given credentials
     */
    public HashicorpClient(HashicorpSettings settings, Endpoints endpoints, Function<Credentials, Login> logins) {
        this.server = new Server(settings, endpoints);
        this.secrets = new KvSecrets(settings.kvVersion());
        this.logins = logins;
    }

    @Override
    public Location locate(SecretReference reference) {
        return References.locate(reference);
    }

    @Override
    public Session authenticate(Credentials credentials, Call call) {
        return new HashicorpSession(logins.apply(credentials).authenticate(server, call), secrets);
    }

    @Override
    public Optional<Locator> previousVersion(Locator locator, SecretSnapshot current) {
        return References.previousVersion(locator, current);
    }

    /** The platform's HTTP client has no way to close it: it ends when nobody refers to it any more. */
    @Override
    public void close() {
        // nothing to do
    }
}
