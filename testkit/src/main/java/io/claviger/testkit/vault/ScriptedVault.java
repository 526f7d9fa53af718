package io.claviger.testkit.vault;

import io.claviger.Administration;
import io.claviger.SecretLease;
import io.claviger.SecretSnapshot;
import io.claviger.SecretValue;
import io.claviger.Settings;
import io.claviger.spi.Call;
import io.claviger.spi.Locator;
import io.claviger.spi.ProviderDescriptor;
import io.claviger.spi.SettingDescriptor;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import io.claviger.spi.VaultProvider;
import io.claviger.spi.VaultType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A vault in memory, of type {@value #TYPE}, that a test scripts: what it holds, how it fails, how slow it is; and that
 * remembers what it was asked. To be registered on the builder of a manager. Safe for use by several threads.
 *
 * <p>Paths are written with slashes, {@code app/db} for example. It takes {@link ScriptedCredentials}, and none at all; and
 * people sign in at its {@link #signInPage()}.
 */
@VaultType(ScriptedVault.TYPE)
public final class ScriptedVault extends ScriptedAdmissions implements VaultProvider {

    /** The type that hosts connect by. */
    public static final String TYPE = "scripted";

    private final VirtualTime time;
    private final Map<String, Shelf> shelves = new ConcurrentHashMap<>();
    private final CallLog log = new CallLog();
    private final AtomicInteger leases = new AtomicInteger();
    private volatile @Nullable Duration leaseRenewal;
    private volatile boolean mints;

    private ScriptedVault(VirtualTime time) {
        super(new Weather(time));
        this.time = time;
    }

    /**
     * Returns an empty vault.
     *
     * @param time what its outages and slow replies are measured by; to be given to the manager, too
     * @return the vault
     */
    public static ScriptedVault on(VirtualTime time) {
        return new ScriptedVault(time);
    }

    /**
     * Stores a text, as the newest version of its secret.
     *
     * @param path the path of the secret
     * @param text the value
     * @return this vault
     */
    public ScriptedVault put(String path, String text) {
        return put(path, SecretValue.ofText(text));
    }

    /**
     * Stores a value, as the newest version of its secret.
     *
     * @param path the path of the secret
     * @param value the value
     * @return this vault
     */
    public ScriptedVault put(String path, SecretValue value) {
        shelf(path).add(SecretSnapshot.ofValue(value));
        return this;
    }

    /**
     * Stores several fields, as the newest version of their secret.
     *
     * @param path the path of the secret
     * @param fields names and texts
     * @return this vault
     */
    public ScriptedVault put(String path, Map<String, String> fields) {
        Map<String, SecretValue> values = fields.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> SecretValue.ofText(field.getValue())));
        shelf(path).add(SecretSnapshot.ofFields(values));
        return this;
    }

    /**
     * Has something else answer each read of a secret: to give what no other method here can, or to fail.
     *
     * @param path the path of the secret
     * @param reads gives a snapshot, or throws
     * @return this vault
     */
    public ScriptedVault script(String path, Supplier<SecretSnapshot> reads) {
        shelf(path).script(reads);
        return this;
    }

    /**
     * Has a path give a credential of its own to each read, under a lease. To be called before the integration is
     * connected: from then on the vault says of itself that its reads create something, and failed ones are not repeated.
     *
     * @param path the path of the secret
     * @param length how long each lease lasts
     * @param text makes the value
     * @return this vault
     */
    public ScriptedVault lease(String path, Duration length, Supplier<String> text) {
        mints = true;
        return script(path, () -> SecretSnapshot.ofValue(SecretValue.ofText(text.get()))
                .lease(newLease(path, length))
                .build());
    }

    private SecretLease newLease(String path, Duration length) {
        SecretLease lease = SecretLease.of(path + "/" + leases.incrementAndGet(), length);
        return leaseRenewal == null ? lease : lease.asRenewable();
    }

    /**
     * Removes a secret with all its versions, as if it had never been.
     *
     * @param path the path of the secret
     */
    public void remove(String path) {
        shelf(path).clear();
    }

    /**
     * Deletes a secret, which can be restored.
     *
     * @param path the path of the secret
     */
    public void delete(String path) {
        shelf(path).barrier(VaultFailure.of(Kind.DELETED, "The scripted vault has deleted this secret."));
    }

    /**
     * Switches a secret off.
     *
     * @param path the path of the secret
     */
    public void disable(String path) {
        shelf(path).barrier(VaultFailure.of(Kind.DISABLED, "The scripted vault has switched this secret off."));
    }

    /**
     * Restores a deleted secret, or switches it on again.
     *
     * @param path the path of the secret
     */
    public void restore(String path) {
        shelf(path).barrier(null);
    }

    /**
     * Denies a secret to everybody.
     *
     * @param path the path of the secret
     */
    public void deny(String path) {
        shelf(path).deny(true);
    }

    /**
     * Allows a denied secret again.
     *
     * @param path the path of the secret
     */
    public void allow(String path) {
        shelf(path).deny(false);
    }

    /**
     * Lets leases be renewed that are given from now on. By default they cannot be.
     *
     * @param extension how long a lease lasts from its renewal
     */
    public void renewLeases(Duration extension) {
        leaseRenewal = extension;
    }

    /**
     * Returns what it was asked.
     *
     * @return the calls until now, in the order in which they ended
     */
    public List<VaultCall> calls() {
        return log.all();
    }

    /**
     * Returns how often it was asked for something.
     *
     * @param kind what it was asked for
     * @return the number of calls, failed ones included
     */
    public long calls(VaultCall.Kind kind) {
        return log.all().stream().filter(call -> call.kind() == kind).count();
    }

    /** Forgets what it was asked. */
    public void forgetCalls() {
        log.clear();
    }

    /**
     * Returns the time that it lives in.
     *
     * @return the time
     */
    public VirtualTime time() {
        return time;
    }

    @Override
    public ProviderDescriptor descriptor() {
        ProviderDescriptor.Builder descriptor = ProviderDescriptor.of("Scripted vault")
                .administration(Administration.USER)
                .setting(SettingDescriptor.optional("note", "Anything; by default nothing."))
                .credentials(ScriptedCredentials.class)
                .credentialsOptional()
                .interactiveSignIn()
                .parameter(ScriptedClient.VERSION)
                .writable();
        return (mints ? descriptor.mintsCredentials() : descriptor).build();
    }

    @Override
    public VaultClient open(Settings settings) {
        return new ScriptedClient(this);
    }

    Optional<Duration> leaseRenewal() {
        return Optional.ofNullable(leaseRenewal);
    }

    Shelf shelf(String path) {
        return shelves.computeIfAbsent(path, unused -> new Shelf());
    }

    Shelf shelf(Locator locator) {
        return shelf(String.join("/", locator.path()));
    }

    /** Answers one call, or lets it fail, and writes it down. */
    <T> T answer(VaultCall.Kind kind, String subject, Call call, Supplier<T> answer) {
        try {
            passWeather(call);
            T given = answer.get();
            log.add(new VaultCall(kind, subject, time.now(), Optional.empty()));
            return given;
        } catch (VaultFailure failure) {
            log.add(new VaultCall(kind, subject, time.now(), Optional.of(failure.kind())));
            throw failure;
        }
    }
}
