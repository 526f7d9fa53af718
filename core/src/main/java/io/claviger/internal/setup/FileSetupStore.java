package io.claviger.internal.setup;

import com.google.common.hash.Hashing;
import io.claviger.SetupStore;
import io.claviger.StoredSetup;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A setup store in a file: replaced as a whole, its revision being the hash of its bytes. */
public final class FileSetupStore implements SetupStore {

    // the longest text has three bytes a character
    private static final int LARGEST = 3 * SetupRules.LONGEST_TEXT;

    private final Path file;
    private final StoreTrouble trouble;
    private final StoreLock lock;
    private final DurableFile durable;

    /**
     * Creates a store. Touches no file.
     *
     * @param file the file
     */
    public FileSetupStore(Path file) {
        this(file, new SystemDisk());
    }

    FileSetupStore(Path file, Disk disk) {
        this.file = file;
        this.trouble = new StoreTrouble(file);
        this.lock = new StoreLock(file, trouble);
        this.durable = new DurableFile(file, disk, trouble);
    }

    @Override
    public Optional<StoredSetup> load() {
        byte[] bytes = bytes();
        return bytes == null ? Optional.empty() : Optional.of(new StoredSetup(text(bytes), revision(bytes)));
    }

    @Override
    public Optional<String> save(String text, @Nullable String expected) {
        byte[] after = text.getBytes(StandardCharsets.UTF_8);
        return lock.holding(() -> {
            byte[] before = bytes();
            boolean lost = expected == null
                    ? before != null
                    : before == null || !revision(before).equals(expected);
            if (lost) {
                return Optional.empty();
            }
            durable.removeLeftovers();
            durable.replace(after);
            return Optional.of(revision(after));
        });
    }

    private byte @Nullable [] bytes() {
        try {
            checkFile();
            try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                byte[] bytes = in.readNBytes(LARGEST + 1);
                if (bytes.length > LARGEST) {
                    throw trouble.tooLarge();
                }
                return bytes;
            }
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw trouble.unreadable(e);
        }
    }

    private void checkFile() throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isRegularFile()) {
            throw trouble.notRegular(file);
        }
        if (attributes.size() > LARGEST) {
            throw trouble.tooLarge();
        }
        if (OwnerOnly.writableByAll(file)) {
            throw trouble.writableByAll();
        }
    }

    private String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw trouble.notText();
        }
    }

    private static String revision(byte[] bytes) {
        return Hashing.sha256().hashBytes(bytes).toString();
    }

    @Override
    public String toString() {
        return "SetupStore[" + file + "]";
    }
}
