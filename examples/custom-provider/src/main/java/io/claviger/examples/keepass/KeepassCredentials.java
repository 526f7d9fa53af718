package io.claviger.examples.keepass;

import io.claviger.ConfigurationException;
import io.claviger.Credentials;
import io.claviger.SecretValue;
import java.io.ByteArrayInputStream;
import org.jspecify.annotations.Nullable;
import org.linguafranca.pwdb.kdbx.KdbxCreds;

/** What opens a KeePass file: its master password, and its key file if it has one. Immutable; never prints itself. */
public final class KeepassCredentials implements Credentials {

    private final SecretValue password;
    private final @Nullable SecretValue keyFile;

    private KeepassCredentials(SecretValue password, @Nullable SecretValue keyFile) {
        this.password = password;
        this.keyFile = keyFile;
    }

    /**
     * Returns credentials with a master password.
     *
     * @param password the password
     * @return the credentials
     * @throws ConfigurationException if it is empty
     */
    public static KeepassCredentials password(SecretValue password) {
        if (password.revealBytes().length == 0) {
            throw new ConfigurationException("The master password is empty. Give the one that opens the KeePass file.");
        }
        return new KeepassCredentials(password, null);
    }

    /**
     * Returns these credentials with a key file.
     *
     * @param content what is in the key file
     * @return new credentials
     */
    public KeepassCredentials withKeyFile(SecretValue content) {
        return new KeepassCredentials(password, content);
    }

    /** Makes the key of the library, which keeps it in plain bytes: to be used and dropped. */
    KdbxCreds key() {
        byte[] bytes = password.revealBytes();
        return keyFile == null
                ? new KdbxCreds(bytes)
                : new KdbxCreds(bytes, new ByteArrayInputStream(keyFile.revealBytes()));
    }

    @Override
    public String toString() {
        return keyFile == null ? "KeepassCredentials[password]" : "KeepassCredentials[password, key file]";
    }
}
