package io.claviger.provider.local.internal.vault;

import io.claviger.Credentials;
import io.claviger.SecretReference;
import io.claviger.provider.local.LocalCredentials;
import io.claviger.provider.local.internal.store.MemoryStore;
import io.claviger.spi.Call;
import io.claviger.spi.Location;
import io.claviger.spi.Session;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;

/** A vault in memory, which lives as long as this client: over all logins. */
final class MemoryVaultClient implements VaultClient {

    private final MemoryStore store = new MemoryStore();

    @Override
    public Location locate(SecretReference reference) {
        return EntryLocations.locate(reference);
    }

    @Override
    public Session authenticate(Credentials credentials, Call call) {
        // whoever gives a passphrase expects the secrets to be there tomorrow
        if (credentials instanceof LocalCredentials) {
            throw VaultFailure.of(
                    Kind.MISCONFIGURED,
                    "This local vault is kept in memory and takes no passphrase or key. Name a vault file in the"
                            + " setting 'file', or connect without credentials.");
        }
        return new LocalSession(store);
    }

    @Override
    public void close() {
        store.close();
    }
}
