package io.claviger.provider.local.internal.store;

import io.claviger.SecretValue;

/** A key that the host keeps. It is not used itself; HKDF makes the vault's keys of it. */
final class HostKey extends KeySource {

    static final String WORD = "key";

    private final SecretValue key;

    HostKey(SecretValue key) {
        super(WORD);
        this.key = key;
    }

    @Override
    KeyDerivation derivation() {
        return KeyDerivation.OF_KEY;
    }

    @Override
    byte[] master(KeyDerivation derivation, byte[] salt) {
        return key.revealBytes();
    }
}
