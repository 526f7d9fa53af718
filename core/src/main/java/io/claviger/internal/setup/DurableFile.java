package io.claviger.internal.setup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Replaces a file as a whole. Whenever the process or the machine stops, the old or the new file is there, complete.
 *
 * <p>To be used by one writer at a time; the caller holds the lock.
 */
final class DurableFile {

    private static final String SUFFIX = ".tmp";

    private final Path file;
    private final Path directory;
    private final Disk disk;
    private final StoreTrouble trouble;

    DurableFile(Path file, Disk disk, StoreTrouble trouble) {
        this.file = file;
        this.directory = directoryOf(file);
        this.disk = disk;
        this.trouble = trouble;
    }

    static Path directoryOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    void replace(byte[] bytes) {
        Path temporary = directory.resolve(prefix() + UUID.randomUUID() + SUFFIX);
        try {
            write(temporary, bytes);
            disk.rename(temporary, file);
        } catch (IOException e) {
            discard(temporary);
            throw trouble.unwritable(e);
        }
        forceDirectory();
    }

    private void write(Path temporary, byte[] bytes) throws IOException {
        try (FileChannel channel = disk.create(temporary)) {
            disk.write(channel, ByteBuffer.wrap(bytes));
            disk.force(channel);
        }
    }

    private void discard(Path temporary) {
        try {
            disk.delete(temporary);
        } catch (IOException e) {
            // the next writer removes it
            return;
        }
    }

    private void forceDirectory() {
        try {
            disk.forceDirectory(directory);
        } catch (IOException e) {
            throw trouble.notDurable(e);
        }
    }

    /** Removes what writers left that were ended before they could rename. */
    void removeLeftovers() {
        Pattern leftover = Pattern.compile(Pattern.quote(prefix()) + "[0-9a-f-]{36}" + Pattern.quote(SUFFIX));
        try (DirectoryStream<Path> found =
                Files.newDirectoryStream(directory, path -> leftover.matcher(String.valueOf(path.getFileName()))
                        .matches())) {
            for (Path path : found) {
                disk.delete(path);
            }
        } catch (IOException e) {
            throw trouble.unwritable(e);
        }
    }

    private String prefix() {
        return "." + file.getFileName() + ".";
    }
}
