package io.claviger.provider.local.internal.store;

import io.claviger.SecretValue;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** A passphrase, stretched by Argon2id. */
final class Passphrase extends KeySource {

    static final String WORD = "passphrase";

    private final SecretValue passphrase;
    private final KeyDerivation derivation;

    Passphrase(SecretValue passphrase, KeyDerivation derivation) {
        super(WORD);
        this.passphrase = passphrase;
        this.derivation = derivation;
    }

    @Override
    KeyDerivation derivation() {
        return derivation;
    }

    @Override
    byte[] master(KeyDerivation found, byte[] salt) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(found.memoryKib())
                .withIterations(found.iterations())
                .withParallelism(found.lanes())
                .withSalt(salt)
                .build());
        byte[] bytes = bytes();
        byte[] master = new byte[VaultKeys.SIZE];
        argon2.generateBytes(bytes, master);
        Arrays.fill(bytes, (byte) 0);
        return master;
    }

    // keyboards and terminals compose accents differently: the same passphrase must give the same key
    private byte[] bytes() {
        return passphrase.binary()
                ? passphrase.revealBytes()
                : Normalizer.normalize(passphrase.revealText(), Normalizer.Form.NFC)
                        .getBytes(StandardCharsets.UTF_8);
    }
}
