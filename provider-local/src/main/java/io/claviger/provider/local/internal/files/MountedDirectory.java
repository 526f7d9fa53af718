package io.claviger.provider.local.internal.files;

import io.claviger.SecretSnapshot;
import io.claviger.SecretValue;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads files below a directory. Kubernetes mounts each secret as a link into a hidden directory that it swaps at once,
 * so links are followed, as long as where they lead is below the directory too.
 */
final class MountedDirectory {

    private static final int LARGEST_FILE = 1024 * 1024;
    private static final int ATTEMPTS = 3;
    // the coarsest that a file system has
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final Path directory;

    MountedDirectory(Path directory) {
        this.directory = directory;
    }

    SecretSnapshot read(List<String> path, Instant now) {
        String name = String.join("/", path);
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Optional<SecretSnapshot> snapshot = attempt(real(path, name), name, now);
                if (snapshot.isPresent()) {
                    return snapshot.get();
                }
            }
            throw failure(Kind.UNAVAILABLE, name, "changes while it is read. Try again");
        } catch (NoSuchFileException | NotDirectoryException e) {
            throw failure(Kind.NOT_FOUND, name, "does not exist. Mount it, or correct its name");
        } catch (AccessDeniedException e) {
            throw failure(Kind.DENIED, name, "may not be read by this process. Change its owner or mode");
        } catch (IOException e) {
            throw failure(
                    Kind.UNAVAILABLE, name, "cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    private Path real(List<String> path, String name) throws IOException {
        Path root = root();
        Path real = resolve(root, path, name).toRealPath();
        if (!real.startsWith(root)) {
            throw failure(Kind.DENIED, name, "is a link that leads out of the directory. Mount the file itself");
        }
        return real;
    }

    private Path root() throws IOException {
        try {
            return directory.toRealPath();
        } catch (NoSuchFileException e) {
            throw VaultFailure.of(
                    Kind.UNAVAILABLE,
                    "The directory of secret files " + directory
                            + " does not exist. Mount it, or correct the setting 'directory'.");
        }
    }

    private Path resolve(Path root, List<String> path, String name) {
        try {
            Path file = root;
            for (String segment : path) {
                file = file.resolve(segment);
            }
            return file;
        } catch (InvalidPathException e) {
            throw failure(Kind.MISCONFIGURED, name, "cannot be a file name on this machine. Correct the reference");
        }
    }

    /** Reads the file; empty if it changed or was swapped meanwhile, so that bytes of two versions never mix. */
    private Optional<SecretSnapshot> attempt(Path file, String name, Instant now) throws IOException {
        try {
            BasicFileAttributes before = attributes(file, name);
            byte[] bytes = bytes(file, name);
            BasicFileAttributes after = attributes(file, name);
            return bytes.length == after.size() && before.lastModifiedTime().equals(after.lastModifiedTime())
                    ? Optional.of(snapshot(bytes, after, now))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /**
     * The time of the last change names the version, but not of a file that was changed just now: it may be changed once
     * more within what the disk takes for the same moment.
     */
    private static SecretSnapshot snapshot(byte[] bytes, BasicFileAttributes attributes, Instant now) {
        SecretSnapshot.Builder snapshot = SecretSnapshot.ofValue(value(bytes));
        Instant changed = attributes.lastModifiedTime().toInstant();
        if (changed.isBefore(now.minus(MOMENT))) {
            snapshot.version(changed.toString());
        }
        return snapshot.build();
    }

    private BasicFileAttributes attributes(Path file, String name) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isRegularFile()) {
            throw failure(Kind.MISCONFIGURED, name, "is no regular file. Name a file");
        }
        return attributes;
    }

    private byte[] bytes(Path file, String name) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE) {
                throw failure(Kind.MISCONFIGURED, name, "is larger than 1 MiB. Mount a smaller file");
            }
            return bytes;
        }
    }

    private static SecretValue value(byte[] bytes) {
        try {
            return SecretValue.ofText(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)));
        } catch (CharacterCodingException e) {
            return SecretValue.ofBytes(bytes);
        }
    }

    private VaultFailure failure(Kind kind, String name, String what) {
        return VaultFailure.of(kind, "The secret file '" + name + "' below " + directory + " " + what + ".");
    }
}
