package io.claviger.provider.local.internal.store;

import static io.claviger.provider.local.internal.store.Fixtures.call;
import static io.claviger.provider.local.internal.store.Fixtures.failure;
import static io.claviger.provider.local.internal.store.Fixtures.passphrase;
import static io.claviger.provider.local.internal.store.Fixtures.set;
import static io.claviger.provider.local.internal.store.Fixtures.store;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damage is told from a wrong passphrase, gives no data and leaves the file as it is. */
class DamagedFileTest {

    @TempDir
    Path directory;

    private Path file;
    private byte[] intact;

    @BeforeEach
    void writeVault() {
        file = directory.resolve("team.vault");
        set(store(file), "db_password", "s3cret-to-hide");
        intact = Fixtures.bytes(file);
    }

    @Test
    void contents_anyByteChanged_saysDamaged() {
        for (int at = 0; at < intact.length; at++) {
            for (int flip : new int[] {0x01, 0x80, 0xFF}) {
                byte[] damaged = intact.clone();
                damaged[at] ^= (byte) flip;
                assertRefused(damaged, "byte " + at);
            }
        }
    }

    @Test
    void contents_cutAnywhere_saysDamaged() {
        for (int length = 0; length < intact.length; length++) {
            assertRefused(Arrays.copyOf(intact, length), "length " + length);
        }
    }

    @Test
    void contents_bytesAdded_saysDamaged() {
        assertRefused(Arrays.copyOf(intact, intact.length + 1), "one more byte");
    }

    @Test
    void contents_headerOfAnotherWrite_saysDamaged() {
        set(store(file), "db_password", "s3cret-to-show");
        byte[] mixed = Fixtures.bytes(file);
        System.arraycopy(intact, Header.SIZE, mixed, Header.SIZE, intact.length - Header.SIZE);

        assertRefused(mixed, "body of another revision");
    }

    /** The checksum is not what protects the header: whoever repairs it is found out by the seal. */
    @Test
    void contents_revisionRaisedWithItsChecksum_saysDamaged() {
        byte[] forged = intact.clone();
        ByteBuffer.wrap(forged).putLong(72, 9);

        assertRefused(Fixtures.withChecksum(forged), "revision 9");
    }

    @Test
    void contents_headerChangedWithItsChecksum_areNotGiven() {
        for (int at : new int[] {24, 56, 78, 80, 112}) {
            byte[] forged = intact.clone();
            forged[at] ^= 1;
            Fixtures.write(file, Fixtures.withChecksum(forged));
            assertThat(failure(() -> store(file).contents(call())).kind())
                    .as("byte " + at)
                    .isIn(Kind.UNAVAILABLE, Kind.CREDENTIALS_REFUSED);
        }
    }

    @Test
    void change_damagedFile_isRefusedToo() {
        byte[] damaged = intact.clone();
        damaged[intact.length - 1] ^= 1;
        Fixtures.write(file, damaged);

        assertThat(failure(() -> set(store(file), "other", "value")).kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(Fixtures.bytes(file)).isEqualTo(damaged);
    }

    @Test
    void contents_wrongPassphrase_isToldFromDamage() {
        Path protectedFile = directory.resolve("passphrase.vault");
        set(new FileStore(protectedFile, passphrase("right")), "a", "1");

        VaultFailure wrong = failure(() -> new FileStore(protectedFile, passphrase("wrong")).contents(call()));
        assertThat(wrong.kind()).isEqualTo(Kind.CREDENTIALS_REFUSED);
        assertThat(wrong.detail()).contains("passphrase does not open", "not damaged");

        byte[] damaged = Fixtures.bytes(protectedFile);
        damaged[damaged.length - 1] ^= 1;
        Fixtures.write(protectedFile, damaged);
        VaultFailure damage = failure(() -> new FileStore(protectedFile, passphrase("right")).contents(call()));
        assertThat(damage.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(damage.detail()).contains("is damaged", "passphrase or key is right", "restore");
    }

    @Test
    void contents_passphraseForFileWithKey_namesWhatIsNeeded() {
        VaultFailure failure = failure(() -> new FileStore(file, passphrase("any")).contents(call()));

        assertThat(failure.kind()).isEqualTo(Kind.CREDENTIALS_REFUSED);
        assertThat(failure.detail()).contains("protected by a key, and a passphrase was given");
    }

    @Test
    void contents_newerFormat_asksForNewerRelease() {
        byte[] newer = intact.clone();
        newer[9] = 2;
        Fixtures.write(file, Fixtures.withChecksum(newer));

        VaultFailure failure = failure(() -> store(file).contents(call()));
        assertThat(failure.kind()).isEqualTo(Kind.MISCONFIGURED);
        assertThat(failure.detail()).contains("format version 2", "newer release");
    }

    private void assertRefused(byte[] bytes, String what) {
        Fixtures.write(file, bytes);
        VaultFailure failure = failure(() -> store(file).contents(call()));
        assertThat(failure).as(what).isNotNull();
        assertThat(failure.kind()).as(what).isIn(Kind.UNAVAILABLE, Kind.MISCONFIGURED);
        assertThat(failure.detail())
                .as(what)
                .contains(file.toString(), "damaged")
                .doesNotContain("to-hide");
        assertThat(failure).as(what).hasNoCause();
        assertThat(Fixtures.bytes(file)).as(what).isEqualTo(bytes);
    }
}
