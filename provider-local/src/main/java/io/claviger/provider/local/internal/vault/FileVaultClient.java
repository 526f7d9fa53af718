package io.claviger.provider.local.internal.vault;

import io.claviger.Credentials;
import io.claviger.SecretReference;
import io.claviger.provider.local.LocalCredentials;
import io.claviger.provider.local.internal.store.FileStore;
import io.claviger.provider.local.internal.store.KeySource;
import io.claviger.spi.Call;
import io.claviger.spi.Location;
import io.claviger.spi.Session;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.nio.file.Path;

/** A vault file. Each login has a store of its own, which alone holds the credentials and keys. */
final class FileVaultClient implements VaultClient {

    private final Path file;

    FileVaultClient(Path file) {
        this.file = file;
    }

    @Override
    public Location locate(SecretReference reference) {
        return EntryLocations.locate(reference);
    }

    @Override
    public Session authenticate(Credentials credentials, Call call) {
        if (!(credentials instanceof LocalCredentials local)) {
            throw VaultFailure.of(
                    Kind.CREDENTIALS_REFUSED,
                    "The vault file " + file + " is opened by LocalCredentials: give a passphrase or a key.");
        }
        FileStore store = new FileStore(file, source(local));
        store.contents(call);
        return new LocalSession(store);
    }

    private static KeySource source(LocalCredentials credentials) {
        return KeySource.of(credentials.material(), credentials.isPassphrase());
    }

    @Override
    public void close() {
        // each session has its own store and ends with it
    }
}
