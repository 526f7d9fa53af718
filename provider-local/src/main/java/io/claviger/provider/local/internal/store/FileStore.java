package io.claviger.provider.local.internal.store;

import io.claviger.spi.Call;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a vault in one encrypted file. The file is looked at for each read, so that what other processes write is seen;
 * it is decrypted when it has changed.
 */
public final class FileStore implements Store {

    private final SecureRandom random = new SecureRandom();
    private final Path file;
    private final FileTrouble trouble;
    private final VaultFile reader;
    private final DurableFile writer;
    private final VaultLock lock;
    private final KeyHolder keys;
    private volatile @Nullable Opened last;

    /**
     * Creates a store. Touches nothing.
     *
     * @param file the vault file, which need not exist
     * @param source what opens it
     */
    public FileStore(Path file, KeySource source) {
        this(file, source, new SystemDisk());
    }

    FileStore(Path file, KeySource source, Disk disk) {
        this.file = file.toAbsolutePath();
        this.trouble = new FileTrouble(this.file);
        this.reader = new VaultFile(this.file, trouble);
        this.writer = new DurableFile(this.file, disk, random, trouble);
        this.lock = new VaultLock(this.file, trouble);
        this.keys = new KeyHolder(source, random, trouble);
    }

    /** The file as it was at one write. */
    private record Opened(Header header, VaultKeys keys, Contents contents) {
        Identity identity() {
            return keys.identity();
        }

        long revision() {
            return header.revision();
        }
    }

    @Override
    public Contents contents(Call call) {
        return contentsOf(current(call));
    }

    /**
     * Returns what is in a file that must exist.
     *
     * @param call how long it may take
     * @return the contents
     */
    public Contents existingContents(Call call) {
        return current(call).orElseThrow(trouble::missing).contents();
    }

    @Override
    public Contents change(UnaryOperator<Contents> change, Call call) {
        return locked(call, () -> {
            Optional<Opened> before = current(call);
            Contents old = contentsOf(before);
            Contents changed = change.apply(old);
            if (changed != old) {
                write(changed, before.map(Opened::keys).orElseGet(keys::fresh), call);
            }
            return old;
        });
    }

    /**
     * Encrypts the vault with other credentials.
     *
     * @param source what shall open it from now on
     * @param call how long it may take
     */
    public void rekey(KeySource source, Call call) {
        locked(call, () -> {
            Opened before = current(call).orElseThrow(trouble::missing);
            VaultKeys changed = keys.rekeyed(before.identity(), source);
            write(before.contents().rewritten(), changed, call);
            keys.replace(source, changed);
            return changed;
        });
    }

    /**
     * Writes contents to a file that must not exist, under a vault id and keys of its own.
     *
     * @param contents what to write
     * @param call how long it may take
     */
    public void create(Contents contents, Call call) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw trouble.exists();
        }
        if (!Files.isDirectory(DurableFile.directoryOf(file))) {
            throw trouble.noDirectory();
        }
        write(contents.rewritten(), keys.fresh(), call);
    }

    @Override
    public void destroy(Call call) {
        locked(call, () -> {
            Optional<Opened> known = Optional.ofNullable(last);
            if (reader.checkRegular()) {
                writer.delete();
            }
            known.ifPresent(opened -> Revisions.saw(opened.identity(), Revisions.DESTROYED));
            close();
            return known;
        });
    }

    @Override
    public void close() {
        keys.forget();
        last = null;
    }

    private <T> T locked(Call call, Supplier<T> action) {
        // before a lock file is put beside what cannot be a vault file
        reader.checkRegular();
        return lock.holding(call, () -> {
            writer.removeLeftovers();
            return action.get();
        });
    }

    private static Contents contentsOf(Optional<Opened> opened) {
        return opened.map(Opened::contents).orElseGet(Contents::empty);
    }

    private void write(Contents contents, VaultKeys with, Call call) {
        byte[] bytes = Sealing.seal(contents, with, random, trouble);
        call.checkDeadline();
        writer.replace(bytes);
        remember(new Opened(Header.decode(bytes, trouble), with, contents));
    }

    private Optional<Opened> current(Call call) {
        Optional<Opened> found = load(call);
        if (found.isPresent()
                && found.get().revision() < Revisions.highest(found.get().identity())) {
            found = loadAgain(found.get().identity(), call);
        }
        found.ifPresent(this::remember);
        return found;
    }

    /** Tells a file that another thread has just replaced from one that was put back: whoever reads later sees no less. */
    private Optional<Opened> loadAgain(Identity vault, Call call) {
        long seen = Revisions.highest(vault);
        Optional<Opened> found = load(call);
        found.filter(opened -> opened.identity().sameVaultAs(vault) && opened.revision() < seen)
                .ifPresent(opened -> {
                    throw trouble.rolledBack(opened.revision(), seen);
                });
        return found;
    }

    private Optional<Opened> load(Call call) {
        Opened known = last;
        return reader.read(known == null ? null : known.header())
                .map(found -> found.body().isEmpty() && known != null ? known : open(found, call));
    }

    private Opened open(VaultFile.Found found, Call call) {
        VaultKeys with = keys.unlock(found.header(), call);
        byte[] body = found.body().map(ByteBuffer::array).orElseThrow();
        return new Opened(found.header(), with, Sealing.open(found.header(), body, with, trouble));
    }

    private void remember(Opened opened) {
        Revisions.saw(opened.identity(), opened.revision());
        last = opened;
    }
}
