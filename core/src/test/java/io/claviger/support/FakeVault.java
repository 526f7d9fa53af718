package io.claviger.support;

import io.claviger.Administration;
import io.claviger.ConfigurationException;
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
import io.claviger.spi.SettingDescriptor;
import io.claviger.spi.SignInCallback;
import io.claviger.spi.SignInRequest;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultProvider;
import io.claviger.spi.VaultType;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A vault in memory that a test scripts: what it holds, how it fails, and what it was asked. */
@VaultType("fake")
public final class FakeVault implements VaultProvider {

    private final Map<String, SecretSnapshot> secrets = new ConcurrentHashMap<>();
    private final Administration administration;

    public final List<String> reads = new CopyOnWriteArrayList<>();
    public final AtomicInteger logins = new AtomicInteger();
    public final AtomicInteger revocations = new AtomicInteger();
    public final AtomicInteger closes = new AtomicInteger();

    /** Runs when a read has found what it will reply, and before it replies; throws to make it fail. */
    public volatile Runnable beforeReply = () -> {};

    /** Runs before each login; throws to make it fail. */
    public volatile Runnable beforeLogin = () -> {};

    /** Runs before each revocation; throws to make it fail. */
    public volatile Runnable beforeRevoke = () -> {};

    public volatile Optional<Duration> sessionLifetime = Optional.empty();

    /** How long a renewed session lasts from then; empty if the vault does not renew it any more. */
    public volatile Optional<Duration> renewal = Optional.empty();

    public volatile boolean renewable;
    public final AtomicInteger renewals = new AtomicInteger();

    /** Runs before each renewal of a session or lease; throws to make it fail. */
    public volatile Runnable beforeRenewal = () -> {};

    /** Whether a probe says that nothing has changed since the secret was read. */
    public volatile boolean unchanged;

    /** Runs during each probe. */
    public volatile Runnable beforeProbe = () -> {};

    public final AtomicInteger probes = new AtomicInteger();

    /** How long a renewed lease lasts from then; empty if the vault does not renew it any more. */
    public volatile Optional<Duration> leaseRenewal = Optional.empty();

    public final List<String> renewedLeases = new CopyOnWriteArrayList<>();
    public final List<String> revokedLeases = new CopyOnWriteArrayList<>();

    /** The versions before the current ones, by path. */
    public final Map<String, SecretSnapshot> previous = new ConcurrentHashMap<>();

    /** What a path gives anew at each read, as an engine of dynamic credentials does. */
    public final Map<String, Supplier<SecretSnapshot>> minted = new ConcurrentHashMap<>();

    /** Whether the vault says of itself that a read may create something. */
    public volatile boolean mints;

    /** Where people sign in. */
    public final FakeSignInPage page = new FakeSignInPage();

    public volatile String nativePrefix = "fake:";

    public FakeVault() {
        this(Administration.USER);
    }

    public FakeVault(Administration administration) {
        this.administration = administration;
    }

    public FakeVault put(String path, String text) {
        return put(path, SecretSnapshot.ofValue(SecretValue.ofText(text)).build());
    }

    public FakeVault put(String path, SecretSnapshot snapshot) {
        secrets.put(path, snapshot);
        return this;
    }

    public void remove(String path) {
        secrets.remove(path);
    }

    @Override
    public ProviderDescriptor descriptor() {
        ProviderDescriptor.Builder descriptor = ProviderDescriptor.of("Fake vault")
                .administration(administration)
                .setting(SettingDescriptor.optional("address", "Where it is.").destination())
                .setting(SettingDescriptor.optional("note", "Anything."))
                .setting(SettingDescriptor.optional("file", "Where it keeps things.")
                        .hostOnly())
                .credentials(Key.class)
                .credentialsOptional()
                .interactiveSignIn()
                .writable();
        return (mints ? descriptor.mintsCredentials() : descriptor).build();
    }

    @Override
    public VaultClient open(Settings settings) {
        return new Client();
    }

    /** Credentials of this vault. */
    public record Key(String who) implements Credentials {}

    private final class Client implements VaultClient {

        @Override
        public Location locate(SecretReference reference) {
            if (reference.path().get(0).equals("bad")) {
                throw new ConfigurationException("The path must not begin with bad.");
            }
            return Location.of(
                    Locator.of(reference.path(), reference.parameters()),
                    reference.field().orElse(null));
        }

        @Override
        public Session authenticate(Credentials credentials, Call call) {
            logins.incrementAndGet();
            beforeLogin.run();
            return new FakeSession(credentials instanceof Key key ? key.who() : "nobody");
        }

        @Override
        public PendingSignIn signIn(SignInRequest request, Call call) {
            URI address = page.begin(request);
            return new PendingSignIn() {
                @Override
                public URI authorizationUrl() {
                    page.beforeAddress.run();
                    return address;
                }

                @Override
                public Session complete(SignInCallback callback, Call call) {
                    String person = page.redeem(request, callback);
                    beforeLogin.run();
                    return new FakeSession(person);
                }
            };
        }

        @Override
        public Optional<SecretReference> recognize(String text, String alias) {
            return text.startsWith(nativePrefix)
                    ? Optional.of(SecretReference.of(alias, text.substring(nativePrefix.length())))
                    : Optional.empty();
        }

        @Override
        public Optional<Locator> previousVersion(Locator locator, SecretSnapshot current) {
            return previous.containsKey(String.join("/", locator.path()))
                    ? Optional.of(Locator.of(locator.path(), Map.of("version", "previous")))
                    : Optional.empty();
        }

        @Override
        public void close() {
            closes.incrementAndGet();
        }
    }

    private final class FakeSession implements Session {

        private final String who;

        FakeSession(String who) {
            this.who = who;
        }

        @Override
        public SecretSnapshot read(Locator locator, Call call) {
            String path = String.join("/", locator.path());
            SecretSnapshot found = found(path, locator);
            reads.add(path);
            beforeReply.run();
            if (found == null) {
                throw VaultFailure.of(VaultFailure.Kind.NOT_FOUND, "There is no secret at this path.");
            }
            return found;
        }

        private @Nullable SecretSnapshot found(String path, Locator locator) {
            if (locator.parameter("version").filter("previous"::equals).isPresent()) {
                return previous.get(path);
            }
            Supplier<SecretSnapshot> mint = minted.get(path);
            return mint == null ? secrets.get(path) : mint.get();
        }

        @Override
        public boolean renewable() {
            return renewable;
        }

        @Override
        public Optional<Duration> renew(Call call) {
            renewals.incrementAndGet();
            beforeRenewal.run();
            return renewal;
        }

        @Override
        public boolean unchanged(Locator locator, SecretSnapshot known, Call call) {
            probes.incrementAndGet();
            beforeProbe.run();
            return unchanged;
        }

        @Override
        public Optional<Duration> renewLease(SecretLease lease, Call call) {
            renewedLeases.add(lease.id());
            beforeRenewal.run();
            return leaseRenewal;
        }

        @Override
        public boolean revokeLease(SecretLease lease, Call call) {
            beforeRevoke.run();
            revokedLeases.add(lease.id());
            return true;
        }

        @Override
        public Optional<Duration> lifetime() {
            return sessionLifetime;
        }

        @Override
        public Optional<String> identity() {
            return Optional.of(who);
        }

        @Override
        public boolean revoke(Call call) {
            beforeRevoke.run();
            revocations.incrementAndGet();
            return true;
        }

        @Override
        public void write(Locator locator, SecretValue value, Call call) {
            put(String.join("/", locator.path()), SecretSnapshot.ofValue(value).build());
        }

        @Override
        public void erase(Locator locator, Call call) {
            remove(String.join("/", locator.path()));
        }
    }
}
