package io.claviger.provider.local;

import io.claviger.ConfigurationException;
import io.claviger.Credentials;
import io.claviger.SecretValue;
import java.nio.CharBuffer;

/**
 * What opens a vault file: a passphrase that a person remembers, or a key that the host keeps. Immutable; never prints
 * itself.
 *
 * <p>A passphrase is stretched by Argon2id (64 MiB of memory, 3 iterations), which takes a part of a second once for
 * each login. A key costs nothing.
 */
public final class LocalCredentials implements Credentials {

    private static final int KEY_SIZE = 32;

    private final SecretValue material;
    private final boolean passphrase;

    private LocalCredentials(SecretValue material, boolean passphrase) {
        this.material = material;
        this.passphrase = passphrase;
    }

    /**
     * Returns credentials with a passphrase.
     *
     * @param passphrase the passphrase, which is copied; the caller may overwrite it afterwards
     * @return the credentials
     * @throws ConfigurationException if it is empty
     */
    public static LocalCredentials passphrase(char[] passphrase) {
        return passphrase(SecretValue.ofText(CharBuffer.wrap(passphrase)));
    }

    /**
     * Returns credentials with a passphrase. Of texts, the composed form (NFC) counts, so that the same passphrase typed
     * on another machine opens the vault.
     *
     * @param passphrase the passphrase
     * @return the credentials
     * @throws ConfigurationException if it is empty
     */
    public static LocalCredentials passphrase(SecretValue passphrase) {
        if (passphrase.revealBytes().length == 0) {
            throw new ConfigurationException("The passphrase of a local vault is empty. Give one of several words.");
        }
        return new LocalCredentials(passphrase, true);
    }

    /**
     * Returns credentials with a key, which must be random: it is not stretched.
     *
     * @param key 32 bytes, which are copied
     * @return the credentials
     * @throws ConfigurationException if there are not 32 bytes
     */
    public static LocalCredentials key(byte[] key) {
        if (key.length != KEY_SIZE) {
            throw new ConfigurationException("The key of a local vault has " + key.length
                    + " bytes. Give 32 random bytes, or a passphrase instead.");
        }
        return new LocalCredentials(SecretValue.ofBytes(key), false);
    }

    /**
     * Tells a passphrase from a key.
     *
     * @return {@code true} for a passphrase
     */
    public boolean isPassphrase() {
        return passphrase;
    }

    /**
     * Returns the passphrase or the key.
     *
     * @return the material, which does not print itself
     */
    public SecretValue material() {
        return material;
    }

    @Override
    public String toString() {
        return passphrase ? "LocalCredentials[passphrase]" : "LocalCredentials[key]";
    }
}
