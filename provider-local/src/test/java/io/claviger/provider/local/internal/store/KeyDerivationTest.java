package io.claviger.provider.local.internal.store;

import static io.claviger.provider.local.internal.store.Fixtures.call;
import static io.claviger.provider.local.internal.store.Fixtures.failure;
import static io.claviger.provider.local.internal.store.Fixtures.passphrase;
import static io.claviger.provider.local.internal.store.Fixtures.set;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.SecretValue;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file must not make this process take 64 GiB of memory, nor a key that is guessed in a second. */
class KeyDerivationTest {

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void writeVault() {
        file = directory.resolve("team.vault");
        set(new FileStore(file, passphrase("right")), "a", "1");
    }

    @ParameterizedTest
    @CsvSource({
        "12, 1, 1 KiB of memory",
        "12, 19455, 19455 KiB of memory",
        "12, 262145, 262145 KiB of memory",
        "12, 67108864, 67108864 KiB of memory",
        "12, -1, 4294967295 KiB of memory",
        "16, 1, 1 iterations",
        "16, 17, 17 iterations",
        "16, -2147483648, 2147483648 iterations",
        "20, 0, 0 lanes",
        "20, 5, 5 lanes",
    })
    void contents_parameterOutOfBounds_isRefusedBeforeDeriving(int at, int parameter, String shown) {
        byte[] forged = forged(at, parameter);
        Fixtures.write(file, forged);

        VaultFailure failure = failure(() -> new FileStore(file, passphrase("right")).contents(call()));

        // the header is refused where no passphrase is at hand, so nothing can have been derived
        assertThat(failure(() -> Header.decode(forged, new FileTrouble(file))).detail())
                .isEqualTo(failure.detail());
        assertThat(failure.kind()).isEqualTo(Kind.MISCONFIGURED);
        assertThat(failure.detail()).contains(shown, "No key was derived");
    }

    @Test
    void contents_unknownMethod_isRefused() {
        byte[] bytes = Fixtures.bytes(file);
        ByteBuffer.wrap(bytes).putShort(10, (short) 3);
        Fixtures.write(file, Fixtures.withChecksum(bytes));

        assertThat(failure(() -> new FileStore(file, passphrase("right")).contents(call()))
                        .detail())
                .contains("an unknown method");
    }

    @Test
    void contents_parametersLoweredWithinBounds_doNotOpen() {
        Path strong = directory.resolve("strong.vault");
        KeyDerivation more = new KeyDerivation(KeyDerivation.ARGON2ID, 20 * 1024, 2, 1);
        set(new FileStore(strong, new Passphrase(SecretValue.ofText("right"), more)), "a", "1");
        byte[] bytes = Fixtures.bytes(strong);
        ByteBuffer.wrap(bytes).putInt(12, 19 * 1024);
        Fixtures.write(strong, Fixtures.withChecksum(bytes));

        assertThat(failure(() -> new FileStore(strong, passphrase("right")).contents(call()))
                        .kind())
                .isEqualTo(Kind.CREDENTIALS_REFUSED);
    }

    @Test
    void passphrase_default_isMemoryHardWithinBounds() {
        KeyDerivation standard = KeySource.of(SecretValue.ofText("any"), true).derivation();

        assertThat(standard.id()).isEqualTo(KeyDerivation.ARGON2ID);
        assertThat(standard.memoryKib()).isEqualTo(64 * 1024);
        assertThat(standard.iterations()).isEqualTo(3);
    }

    @Test
    void passphrase_composedOrDecomposed_isTheSame() {
        Path accents = directory.resolve("accents.vault");
        set(new FileStore(accents, passphrase("caf\u00e9")), "a", "1");

        assertThat(Fixtures.get(new FileStore(accents, passphrase("cafe\u0301")), "a"))
                .isEqualTo("1");
    }

    private byte[] forged(int at, int parameter) {
        byte[] bytes = Fixtures.bytes(file);
        ByteBuffer.wrap(bytes).putInt(at, parameter);
        return Fixtures.withChecksum(bytes);
    }
}
