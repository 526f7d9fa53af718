package io.claviger.provider.local.internal.store;

import io.claviger.SecretValue;
import io.claviger.TimeSource;
import io.claviger.spi.Call;
import io.claviger.spi.VaultFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What the tests of the store share. */
final class Fixtures {

    static final int CHECKSUM_AT = 128;

    private static final TimeSource TIME = TimeSource.system();

    private Fixtures() {}

    static Call call() {
        return Call.within(Duration.ofSeconds(30), TIME);
    }

    static Call expiredCall() {
        return Call.within(Duration.ZERO, TIME);
    }

    static KeySource key() {
        return key(7);
    }

    static KeySource key(int filler) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) filler);
        return new HostKey(SecretValue.ofBytes(key));
    }

    static KeySource passphrase(String text) {
        return new Passphrase(SecretValue.ofText(text), KeyDerivation.FLOOR);
    }

    static FileStore store(Path file) {
        return new FileStore(file, key());
    }

    static void set(Store store, String name, String value) {
        store.change(contents -> contents.with(name, SecretValue.ofText(value)), call());
    }

    static String get(Store store, String name) {
        return store.contents(call()).entry(name).orElseThrow().value().revealText();
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<String> names(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            Set<String> names = new TreeSet<>();
            files.forEach(file -> names.add(String.valueOf(file.getFileName())));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static VaultFailure failure(ThrowingCallable action) {
        VaultFailure failure = Assertions.catchThrowableOfType(VaultFailure.class, action);
        Assertions.assertThat(failure).as("a failure").isNotNull();
        return failure;
    }

    /** Makes the header's checksum right again, as somebody would who changes it on purpose. */
    static byte[] withChecksum(byte[] file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(file, 0, CHECKSUM_AT);
            System.arraycopy(digest.digest(), 0, file, CHECKSUM_AT, 32);
            return file;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
