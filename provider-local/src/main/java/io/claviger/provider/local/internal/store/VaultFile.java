package io.claviger.provider.local.internal.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads vault files and nothing else: no links, no directories, no pipes, nothing larger than a vault may be. */
final class VaultFile {

    private final Path file;
    private final FileTrouble trouble;

    VaultFile(Path file, FileTrouble trouble) {
        this.file = file;
        this.trouble = trouble;
    }

    /** What one look at the file found; the body is missing if the header was known. */
    record Found(Header header, Optional<ByteBuffer> body) {}

    /** Reads the file, or just its header if it is the known one. Empty if there is no file. */
    Optional<Found> read(@Nullable Header known) {
        if (!checkRegular()) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            Header header = Header.decode(bytes(channel, Header.SIZE), trouble);
            return Optional.of(
                    known != null && known.sameWriteAs(header)
                            ? new Found(header, Optional.empty())
                            : new Found(header, Optional.of(body(channel, header))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw trouble.unreadable(e);
        }
    }

    boolean checkRegular() {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            checkRegular(attributes);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw trouble.unreadable(e);
        }
    }

    private void checkRegular(BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink()) {
            throw trouble.notRegular("a symbolic link");
        }
        if (attributes.isDirectory()) {
            throw trouble.notRegular("a directory");
        }
        if (!attributes.isRegularFile()) {
            throw trouble.notRegular("a device or a pipe");
        }
        if (attributes.size() > Limits.FILE_SIZE) {
            throw trouble.tooLarge();
        }
    }

    private ByteBuffer body(FileChannel channel, Header header) throws IOException {
        byte[] body = bytes(channel, header.bodyLength());
        if (body.length < header.bodyLength()) {
            throw trouble.damaged("it ends too early");
        }
        if (bytes(channel, 1).length > 0) {
            throw trouble.damaged("something was added at its end");
        }
        return ByteBuffer.wrap(body);
    }

    private static byte[] bytes(FileChannel channel, int count) throws IOException {
        return Channels.newInputStream(channel).readNBytes(count);
    }
}
