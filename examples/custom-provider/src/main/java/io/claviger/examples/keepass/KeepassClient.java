package io.claviger.examples.keepass;

import io.claviger.ConfigurationException;
import io.claviger.Credentials;
import io.claviger.SecretReference;
import io.claviger.spi.Call;
import io.claviger.spi.Location;
import io.claviger.spi.Locator;
import io.claviger.spi.Session;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Finds entries in one KeePass file. */
final class KeepassClient implements VaultClient {

    private static final String DEFAULT_FIELD = "Password";

    private final KeepassFile file;
    private final String nativePrefix;

    KeepassClient(Path path) {
        this.file = new KeepassFile(path);
        this.nativePrefix = "keepass://" + path.getFileName() + "/";
    }

    @Override
    public Location locate(SecretReference reference) {
        if (!reference.parameters().isEmpty()) {
            throw new ConfigurationException("The reference " + reference + " has parameters, and KeePass entries take"
                    + " none. Remove everything from '?' up to '#' or the end.");
        }
        Locator locator = Locator.of(reference.path(), Map.of());
        return Location.of(locator, reference.field().orElse(DEFAULT_FIELD));
    }

    @Override
    public Optional<SecretReference> recognize(String text, String alias) {
        return text.startsWith(nativePrefix)
                ? Optional.of(SecretReference.parse("vault://" + alias + "/" + text.substring(nativePrefix.length())))
                : Optional.empty();
    }

    @Override
    public Session authenticate(Credentials credentials, Call call) {
        if (!(credentials instanceof KeepassCredentials keepass)) {
            throw VaultFailure.of(
                    Kind.CREDENTIALS_REFUSED,
                    "A KeePass file is opened by KeepassCredentials: give its master password.");
        }
        call.checkDeadline();
        return new KeepassSession(file, keepass, file.read().decrypt(keepass));
    }

    @Override
    public void close() {
        // nothing is held: what was decrypted goes with its session
    }
}
