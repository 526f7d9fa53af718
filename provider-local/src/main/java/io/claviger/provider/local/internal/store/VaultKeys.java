package io.claviger.provider.local.internal.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/** The keys of one vault: one to encrypt, and one that is shown in the header to tell a wrong passphrase. */
final class VaultKeys {

    static final int SIZE = 32;

    private final Identity identity;
    private final SecretKeySpec encryption;
    private final byte[] check;

    private VaultKeys(Identity identity, SecretKeySpec encryption, byte[] check) {
        this.identity = identity;
        this.encryption = encryption;
        this.check = check;
    }

    static VaultKeys derive(KeySource source, Identity identity) {
        byte[] master = source.master(identity.derivation(), identity.salt());
        byte[] key = expand(master, identity, "claviger local vault 1: encryption");
        VaultKeys keys = new VaultKeys(
                identity, new SecretKeySpec(key, "AES"), expand(master, identity, "claviger local vault 1: key check"));
        Arrays.fill(master, (byte) 0);
        Arrays.fill(key, (byte) 0);
        return keys;
    }

    private static byte[] expand(byte[] master, Identity identity, String label) {
        HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
        hkdf.init(new HKDFParameters(master, identity.salt(), info(label, identity)));
        byte[] key = new byte[SIZE];
        hkdf.generateBytes(key, 0, SIZE);
        return key;
    }

    private static byte[] info(String label, Identity identity) {
        byte[] name = label.getBytes(StandardCharsets.US_ASCII);
        byte[] id = identity.vaultId();
        byte[] info = Arrays.copyOf(name, name.length + id.length);
        System.arraycopy(id, 0, info, name.length, id.length);
        return info;
    }

    Identity identity() {
        return identity;
    }

    SecretKeySpec encryption() {
        return encryption;
    }

    byte[] check() {
        return check.clone();
    }

    boolean fit(Header header) {
        return MessageDigest.isEqual(check, header.keyCheck());
    }
}
