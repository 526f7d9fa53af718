package io.claviger.examples.keepass;

import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.linguafranca.pwdb.kdbx.jackson.JacksonDatabase;

/** What was read from a KeePass file at once. */
final class EncryptedFile {

    /** The words of the library for a wrong key, which has no type of its own; the contract test sees them change. */
    private static final Set<String> WRONG_KEY = Set.of(
            "Header HMAC does not match",
            "Inconsistent stream start bytes. This usually means the credentials were wrong.");

    private final Path path;
    private final byte[] bytes;
    private final String fingerprint;

    EncryptedFile(Path path, byte[] bytes) {
        this.path = path;
        this.bytes = bytes;
        this.fingerprint = HexFormat.of().formatHex(sha256(bytes));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Differs after each save: KeePass encrypts with new random numbers each time. */
    String fingerprint() {
        return fingerprint;
    }

    Entries decrypt(KeepassCredentials credentials) {
        try {
            return Entries.of(JacksonDatabase.load(credentials.key(), new ByteArrayInputStream(bytes)), fingerprint);
        } catch (IOException | RuntimeException e) {
            throw WRONG_KEY.contains(String.valueOf(e.getMessage())) ? refused() : damaged();
        }
    }

    private VaultFailure refused() {
        return VaultFailure.of(
                Kind.CREDENTIALS_REFUSED,
                "The KeePass file " + path + " is not opened by this master password and key file.");
    }

    private VaultFailure damaged() {
        return VaultFailure.of(
                Kind.UNAVAILABLE,
                "The KeePass file " + path
                        + " is damaged, half written or of another format. Open it in KeePass, or put"
                        + " back a copy.");
    }
}
