package io.claviger.testkit.contract;

import io.claviger.Credentials;
import io.claviger.SecretLease;
import io.claviger.SecretReference;
import io.claviger.SecretSnapshot;
import io.claviger.SecretValue;
import io.claviger.Settings;
import io.claviger.spi.Call;
import io.claviger.spi.Location;
import io.claviger.spi.Locator;
import io.claviger.spi.PendingSignIn;
import io.claviger.spi.ProviderDescriptor;
import io.claviger.spi.Session;
import io.claviger.spi.SignInRequest;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultProvider;
import io.claviger.spi.VaultType;
import java.time.Duration;
import java.util.Optional;

/** A good provider with one flaw. */
@VaultType("flawed")
final class FlawedVault implements VaultProvider {

    private final VaultProvider good;
    private final Flaw flaw;

    FlawedVault(VaultProvider good, Flaw flaw) {
        this.good = good;
        this.flaw = flaw;
    }

    @Override
    public ProviderDescriptor descriptor() {
        return flaw.descriptor(good.descriptor());
    }

    @Override
    public VaultClient open(Settings settings) {
        return new Client(good.open(settings));
    }

    private final class Client implements VaultClient {

        private final VaultClient client;

        Client(VaultClient client) {
            this.client = client;
        }

        @Override
        public Location locate(SecretReference reference) {
            return flaw.locate(client.locate(reference));
        }

        @Override
        public Session authenticate(Credentials credentials, Call call) {
            return new FlawedSession(flaw.attempt(() -> client.authenticate(credentials, call)));
        }

        @Override
        public Optional<Locator> previousVersion(Locator locator, SecretSnapshot current) {
            return client.previousVersion(locator, current);
        }

        @Override
        public PendingSignIn signIn(SignInRequest request, Call call) {
            return flaw.signIn(client, request, call);
        }

        @Override
        public void close() {
            flaw.close();
            client.close();
        }
    }

    private final class FlawedSession implements Session {

        private final Session session;

        FlawedSession(Session session) {
            this.session = session;
        }

        @Override
        public SecretSnapshot read(Locator locator, Call call) {
            return flaw.read(locator, call, (where, within) -> flaw.attempt(() -> session.read(where, within)));
        }

        @Override
        public boolean unchanged(Locator locator, SecretSnapshot known, Call call) {
            return session.unchanged(locator, known, call);
        }

        @Override
        public Optional<Duration> lifetime() {
            return session.lifetime();
        }

        @Override
        public boolean renewable() {
            return session.renewable();
        }

        @Override
        public Optional<Duration> renew(Call call) {
            return flaw.renew(session, call);
        }

        @Override
        public Optional<Duration> renewLease(SecretLease lease, Call call) {
            return session.renewLease(lease, call);
        }

        @Override
        public boolean revokeLease(SecretLease lease, Call call) {
            return session.revokeLease(lease, call);
        }

        @Override
        public Optional<String> identity() {
            return session.identity();
        }

        @Override
        public boolean revoke(Call call) {
            return flaw.revoke(session, call);
        }

        @Override
        public void write(Locator locator, SecretValue value, Call call) {
            session.write(locator, value, call);
        }

        @Override
        public void erase(Locator locator, Call call) {
            flaw.erase(session, locator, call);
        }

        @Override
        public String toString() {
            return flaw.text();
        }
    }
}
