package io.claviger.provider.local.internal.store;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/** Contents to the bytes of a vault file and back: AES-256-GCM with the header as associated data. */
final class Sealing {

    static final int TAG_SIZE = 16;

    private Sealing() {}

    static byte[] seal(Contents contents, VaultKeys keys, SecureRandom random, FileTrouble trouble) {
        byte[] plaintext = ContentsCodec.encode(contents);
        if (plaintext.length > Limits.FILE_SIZE - Header.SIZE - TAG_SIZE) {
            throw trouble.tooLarge();
        }
        byte[] nonce = new byte[Header.NONCE_SIZE];
        random.nextBytes(nonce);
        Header header = Header.of(keys, contents.revision(), nonce, plaintext.length + TAG_SIZE);
        ByteBuffer file = ByteBuffer.allocate(Header.SIZE + header.bodyLength()).put(header.bytes());
        try {
            cipher(Cipher.ENCRYPT_MODE, keys, header).doFinal(ByteBuffer.wrap(plaintext), file);
        } catch (GeneralSecurityException e) {
            throw unsupported(e);
        }
        Arrays.fill(plaintext, (byte) 0);
        return file.array();
    }

    static Contents open(Header header, byte[] body, VaultKeys keys, FileTrouble trouble) {
        try {
            byte[] plaintext = cipher(Cipher.DECRYPT_MODE, keys, header).doFinal(body);
            Contents contents = ContentsCodec.decode(plaintext, header.revision(), trouble);
            Arrays.fill(plaintext, (byte) 0);
            return contents;
        } catch (AEADBadTagException e) {
            throw trouble.damaged("its passphrase or key is right, and its content does not match its seal");
        } catch (GeneralSecurityException e) {
            throw unsupported(e);
        }
    }

    private static Cipher cipher(int mode, VaultKeys keys, Header header) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, keys.encryption(), new GCMParameterSpec(TAG_SIZE * Byte.SIZE, header.nonce()));
        cipher.updateAAD(header.bytes());
        return cipher;
    }

    private static IllegalStateException unsupported(GeneralSecurityException e) {
        return new IllegalStateException("This Java platform does not encrypt with AES-256-GCM ("
                + e.getClass().getSimpleName() + ").");
    }
}
