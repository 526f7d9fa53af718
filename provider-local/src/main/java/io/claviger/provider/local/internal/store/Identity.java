package io.claviger.provider.local.internal.store;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What stays the same over the writes of one vault, and what its keys depend on. Immutable. */
final class Identity {

    static final int SALT_SIZE = 32;
    static final int ID_SIZE = 16;

    private final KeyDerivation derivation;
    private final byte[] salt;
    private final byte[] vaultId;

    Identity(KeyDerivation derivation, byte[] salt, byte[] vaultId) {
        this.derivation = derivation;
        this.salt = salt;
        this.vaultId = vaultId;
    }

    static Identity fresh(KeyDerivation derivation, SecureRandom random) {
        return new Identity(derivation, bytes(SALT_SIZE, random), bytes(ID_SIZE, random));
    }

    /** The same vault under other credentials. */
    Identity rekeyed(KeyDerivation other, SecureRandom random) {
        return new Identity(other, bytes(SALT_SIZE, random), vaultId);
    }

    private static byte[] bytes(int size, SecureRandom random) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    KeyDerivation derivation() {
        return derivation;
    }

    byte[] salt() {
        return salt.clone();
    }

    byte[] vaultId() {
        return vaultId.clone();
    }

    boolean sameVaultAs(Identity other) {
        return Arrays.equals(vaultId, other.vaultId);
    }

    ByteBuffer key() {
        return ByteBuffer.wrap(vaultId).asReadOnlyBuffer();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Identity that
                && derivation.equals(that.derivation)
                && Arrays.equals(salt, that.salt)
                && Arrays.equals(vaultId, that.vaultId);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(vaultId);
    }
}
