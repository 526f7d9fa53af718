package io.claviger.provider.local.internal.store;

import io.claviger.SecretValue;

/** What a host gives to open a vault: a passphrase or a key. Immutable; never prints it. */
public abstract sealed class KeySource permits Passphrase, HostKey {

    private final String word;

    KeySource(String word) {
        this.word = word;
    }

    /**
     * Returns a source.
     *
     * @param material a passphrase that is not empty, or 32 bytes of a key
     * @param passphrase whether it is a passphrase, which is stretched
     * @return the source
     */
    public static KeySource of(SecretValue material, boolean passphrase) {
        return passphrase ? new Passphrase(material, KeyDerivation.OF_PASSPHRASE) : new HostKey(material);
    }

    /** The derivation that new vaults get. */
    abstract KeyDerivation derivation();

    /** Makes 32 bytes to derive sub-keys from; the caller wipes them. */
    abstract byte[] master(KeyDerivation derivation, byte[] salt);

    final void checkFits(KeyDerivation found, FileTrouble trouble) {
        if (found.id() != derivation().id()) {
            throw trouble.otherKind(found.id() == KeyDerivation.HOST_KEY ? HostKey.WORD : Passphrase.WORD, word);
        }
    }

    final String word() {
        return word;
    }

    @Override
    public final String toString() {
        return word;
    }
}
