package io.claviger.provider.local.internal.store;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** The readable part of a vault file, laid out as the description of this package says. Immutable. */
final class Header {

    static final int SIZE = 160;
    static final int NONCE_SIZE = 12;

    private static final long MAGIC = 0x89_43_4C_56_47_0D_0A_1AL;
    private static final int VERSION = 1;
    private static final int VERSION_AT = 8;
    private static final int DERIVATION_AT = 10;
    private static final int SALT_AT = 24;
    private static final int ID_AT = SALT_AT + Identity.SALT_SIZE;
    private static final int REVISION_AT = ID_AT + Identity.ID_SIZE;
    private static final int CHECK_AT = REVISION_AT + Long.BYTES;
    private static final int NONCE_AT = CHECK_AT + VaultKeys.SIZE;
    private static final int LENGTH_AT = NONCE_AT + NONCE_SIZE;
    private static final int CHECKSUM_AT = LENGTH_AT + Integer.BYTES;

    private final byte[] bytes;

    private Header(byte[] bytes) {
        this.bytes = bytes;
    }

    static Header of(VaultKeys keys, long revision, byte[] nonce, int bodyLength) {
        Identity identity = keys.identity();
        KeyDerivation derivation = identity.derivation();
        ByteBuffer out = ByteBuffer.allocate(SIZE)
                .putLong(MAGIC)
                .putShort((short) VERSION)
                .putShort((short) derivation.id())
                .putInt(derivation.memoryKib())
                .putInt(derivation.iterations())
                .putInt(derivation.lanes())
                .put(identity.salt())
                .put(identity.vaultId())
                .putLong(revision)
                .put(keys.check())
                .put(nonce)
                .putInt(bodyLength);
        return new Header(out.put(checksum(out.array())).array());
    }

    /** Reads a header and checks all that can be checked without a key, and before any is derived. */
    static Header decode(byte[] bytes, FileTrouble trouble) {
        checkStart(bytes, trouble);
        if (bytes.length < SIZE) {
            throw trouble.damaged("it ends within its header");
        }
        Header header = new Header(bytes.clone());
        header.checkConsistent(trouble);
        header.identity().derivation().check(trouble);
        return header;
    }

    private static void checkStart(byte[] bytes, FileTrouble trouble) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length < DERIVATION_AT) {
            throw trouble.damaged("it is empty or ends within its header");
        }
        if (in.getLong() != MAGIC) {
            throw trouble.notAVault();
        }
        int version = Short.toUnsignedInt(in.getShort(VERSION_AT));
        if (version != VERSION) {
            throw trouble.unknownFormat(version);
        }
    }

    private void checkConsistent(FileTrouble trouble) {
        if (!Arrays.equals(checksum(bytes), slice(CHECKSUM_AT, SIZE - CHECKSUM_AT))) {
            throw trouble.damaged("its header does not match its checksum");
        }
        if (revision() < 1 || bodyLength() < Sealing.TAG_SIZE || bodyLength() > Limits.FILE_SIZE - SIZE) {
            throw trouble.damaged("its header makes no sense");
        }
    }

    private static byte[] checksum(byte[] bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, CHECKSUM_AT);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    Identity identity() {
        ByteBuffer in = ByteBuffer.wrap(bytes, DERIVATION_AT, SALT_AT - DERIVATION_AT);
        KeyDerivation derivation =
                new KeyDerivation(Short.toUnsignedInt(in.getShort()), in.getInt(), in.getInt(), in.getInt());
        return new Identity(derivation, slice(SALT_AT, Identity.SALT_SIZE), slice(ID_AT, Identity.ID_SIZE));
    }

    long revision() {
        return ByteBuffer.wrap(bytes).getLong(REVISION_AT);
    }

    byte[] keyCheck() {
        return slice(CHECK_AT, VaultKeys.SIZE);
    }

    byte[] nonce() {
        return slice(NONCE_AT, NONCE_SIZE);
    }

    int bodyLength() {
        return ByteBuffer.wrap(bytes).getInt(LENGTH_AT);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** Tells whether both are of the same write: the nonce is random at each. */
    boolean sameWriteAs(Header other) {
        return Arrays.equals(bytes, other.bytes);
    }

    private byte[] slice(int from, int size) {
        return Arrays.copyOfRange(bytes, from, from + size);
    }
}
