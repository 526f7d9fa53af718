package io.claviger.provider.local;

import io.claviger.ConfigurationException;
import io.claviger.SecretValue;
import io.claviger.TimeSource;
import io.claviger.provider.local.internal.store.Contents;
import io.claviger.provider.local.internal.store.Entry;
import io.claviger.provider.local.internal.store.EntryName;
import io.claviger.provider.local.internal.store.FileStore;
import io.claviger.provider.local.internal.store.KeySource;
import io.claviger.provider.local.internal.store.MemoryStore;
import io.claviger.provider.local.internal.store.Store;
import io.claviger.spi.Call;
import io.claviger.spi.VaultFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A vault in one encrypted file, or in memory: for putting secrets in, listing them and taking them out. Applications
 * that only need values connect an integration of type {@code local} to the same file.
 *
 * <p>The file is encrypted and authenticated as a whole, names included, with AES-256-GCM. It is only ever replaced as a
 * whole and only its owner may open it. Several threads, open vaults and processes may use one file at the same time: no
 * change is lost, and each sees what the others stored. Writers hold a lock on the file {@code <name>.lock} beside it,
 * which must not be deleted while the vault is in use. Symbolic links in the place of the file are refused.
 *
 * <p>An older copy of the file, put back while this process runs, is noticed if this process saw the newer one. Before
 * this process has opened the file, a copy that was put back cannot be told from the newest.
 *
 * <p>Names have 1 to 255 printable characters, values at most 1 MiB, a vault at most 100,000 entries and 64 MiB. No
 * operation waits longer than 10 seconds for others. Safe for use by several threads.
 */
public final class LocalVault implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final TimeSource time = TimeSource.system();
    private final Store store;
    private volatile boolean closed;

    private LocalVault(Store store) {
        this.store = store;
    }

    /**
     * Opens a vault file. If it does not exist, the vault is empty and the first change creates the file.
     *
     * @param file the vault file, in a directory that exists
     * @param credentials what the file was last written with
     * @return the vault
     * @throws LocalVaultException if the file exists and cannot be opened, because the credentials are wrong for example
     */
    public static LocalVault open(Path file, LocalCredentials credentials) {
        LocalVault vault = new LocalVault(new FileStore(file, source(credentials)));
        vault.contents();
        return vault;
    }

    /**
     * Returns an empty vault in memory, whose secrets are gone when it is closed.
     *
     * @return the vault
     */
    public static LocalVault inMemory() {
        return new LocalVault(new MemoryStore());
    }

    /**
     * Stores a value, in place of an earlier one of the same name.
     *
     * @param name the name of the entry
     * @param value the value, text or binary
     * @throws ConfigurationException if it cannot be stored; a {@link LocalVaultException} unless the name is at fault
     */
    public void set(String name, SecretValue value) {
        String canonical = EntryName.of(name);
        change(contents -> contents.with(canonical, value));
    }

    /**
     * Returns a value.
     *
     * @param name the name of the entry
     * @return its value; empty if there is no such entry
     * @throws ConfigurationException if it cannot be read; a {@link LocalVaultException} unless the name is at fault
     */
    public Optional<SecretValue> get(String name) {
        return contents().entry(EntryName.of(name)).map(Entry::value);
    }

    /**
     * Removes an entry.
     *
     * @param name the name of the entry
     * @return {@code true} if there was one
     * @throws ConfigurationException if it cannot be removed; a {@link LocalVaultException} unless the name is at fault
     */
    public boolean unset(String name) {
        String canonical = EntryName.of(name);
        return change(contents -> contents.without(canonical)).entry(canonical).isPresent();
    }

    /**
     * Returns the names of all entries.
     *
     * @return an immutable copy, in order
     * @throws LocalVaultException if they cannot be read
     */
    public SortedSet<String> names() {
        return contents().names();
    }

    /**
     * Removes all secrets for good: the file is deleted, and the next change creates a vault with another identity and
     * other keys. Backups and exports are not reached, nor what a disk keeps of deleted files, which is encrypted.
     *
     * @throws LocalVaultException if the file cannot be deleted
     */
    public void destroy() {
        attempt(call -> {
            store.destroy(call);
            return true;
        });
    }

    /**
     * Writes all entries to another file, encrypted on its own. The file is a vault file itself.
     *
     * @param file the export, which must not exist
     * @param credentials what shall open it
     * @throws LocalVaultException if it exists or cannot be written
     */
    public void exportTo(Path file, LocalCredentials credentials) {
        attempt(call -> {
            new FileStore(file, source(credentials)).create(store.contents(call), call);
            return true;
        });
    }

    /**
     * Adds all entries of an export or vault file, or none: if an entry has another value here, nothing is changed, and
     * the exception lists the names.
     *
     * @param file the export
     * @param credentials what opens it
     * @throws LocalVaultException if it cannot be read, if it conflicts with this vault, or if this vault cannot be
     *     written
     */
    public void importFrom(Path file, LocalCredentials credentials) {
        importFrom(file, credentials, false);
    }

    /**
     * Adds all entries of an export or vault file, or none. An entry that has another value here is replaced.
     *
     * @param file the export
     * @param credentials what opens it
     * @throws LocalVaultException if it cannot be read, or if this vault cannot be written
     */
    public void importReplacing(Path file, LocalCredentials credentials) {
        importFrom(file, credentials, true);
    }

    private void importFrom(Path file, LocalCredentials credentials, boolean replace) {
        Contents imported = attempt(call -> new FileStore(file, source(credentials)).existingContents(call));
        change(contents -> contents.withAll(imported, replace));
    }

    /**
     * Encrypts the file with other credentials. Vaults that are open with the earlier ones must be opened again.
     * Backups and exports keep the credentials that they have.
     *
     * @param credentials what shall open the file from now on
     * @throws LocalVaultException if this vault has no file yet, or it cannot be written
     */
    public void changeCredentials(LocalCredentials credentials) {
        if (!(store instanceof FileStore file)) {
            throw new ConfigurationException("A vault in memory has no credentials. Open one that is kept in a file.");
        }
        attempt(call -> {
            file.rekey(source(credentials), call);
            return true;
        });
    }

    /** Forgets keys and values. Closing again does nothing; anything else is refused afterwards. */
    @Override
    public void close() {
        closed = true;
        store.close();
    }

    private Contents contents() {
        return attempt(store::contents);
    }

    private Contents change(UnaryOperator<Contents> change) {
        return attempt(call -> store.change(change, call));
    }

    private <T> T attempt(Function<Call, T> action) {
        if (closed) {
            throw new IllegalStateException("This local vault is closed. Open it again.");
        }
        try {
            return action.apply(Call.within(TIMEOUT, time));
        } catch (VaultFailure failure) {
            throw new LocalVaultException(failure.kind().reason(), failure.detail());
        }
    }

    private static KeySource source(LocalCredentials credentials) {
        return KeySource.of(credentials.material(), credentials.isPassphrase());
    }
}
