package io.claviger.examples.keepass;

import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A KeePass file on the disk. */
final class KeepassFile {

    private static final int LARGEST = 64 * 1024 * 1024;

    private final Path path;

    KeepassFile(Path path) {
        this.path = path;
    }

    EncryptedFile read() {
        try (InputStream content = Files.newInputStream(path)) {
            byte[] bytes = content.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw unavailable("is larger than 64 MiB. Move attachments elsewhere");
            }
            return new EncryptedFile(path, bytes);
        } catch (NoSuchFileException e) {
            throw unavailable("does not exist. Put it there, or correct the setting 'file'");
        } catch (AccessDeniedException e) {
            throw unavailable("may not be read by this process. Change its owner or mode");
        } catch (IOException e) {
            throw unavailable("cannot be read (" + e.getClass().getSimpleName() + "). Try again");
        }
    }

    private VaultFailure unavailable(String problem) {
        return VaultFailure.of(Kind.UNAVAILABLE, "The KeePass file " + path + " " + problem + ".");
    }
}
