package io.claviger.provider.local.internal.store;

import io.claviger.spi.Call;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One writer at a time, over all threads, open vaults and processes: a lock in this process and one on
 * {@code <file>.lock}. The lock file is never deleted, because somebody could hold a lock on what was deleted.
 */
final class VaultLock {

    // A file lock belongs to the process, and closing any channel of the file drops it. So this process must have one
    // channel at most, whichever open vault it belongs to: the locks are the process's, one for each vault file.
    private static final ConcurrentMap<Path, ReentrantLock> IN_PROCESS = new ConcurrentHashMap<>();
    private static final long SHORTEST_WAIT = Duration.ofMillis(1).toNanos();
    private static final long LONGEST_WAIT = Duration.ofMillis(16).toNanos();

    private final Path file;
    private final FileTrouble trouble;

    VaultLock(Path file, FileTrouble trouble) {
        this.file = file;
        this.trouble = trouble;
    }

    /** Runs an action under the lock. Waits for it until the deadline of the call. */
    <T> T holding(Call call, Supplier<T> action) {
        Path lockFile = lockFile();
        ReentrantLock lock = IN_PROCESS.computeIfAbsent(lockFile, path -> new ReentrantLock());
        acquire(lock, call);
        try {
            return holdingFile(lockFile, call, action);
        } finally {
            lock.unlock();
        }
    }

    private Path lockFile() {
        try {
            return DurableFile.directoryOf(file).toRealPath().resolve(file.getFileName() + ".lock");
        } catch (NoSuchFileException e) {
            throw trouble.noDirectory();
        } catch (IOException e) {
            throw trouble.unwritable(e);
        }
    }

    private void acquire(ReentrantLock lock, Call call) {
        try {
            if (!lock.tryLock(call.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
                throw trouble.busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw trouble.cancelled();
        }
    }

    private <T> T holdingFile(Path lockFile, Call call, Supplier<T> action) {
        try (FileChannel channel = open(lockFile)) {
            FileLock lock = acquire(channel, call);
            try {
                return action.get();
            } finally {
                release(lock);
            }
        } catch (IOException e) {
            throw trouble.unwritable(e);
        }
    }

    private static void release(FileLock lock) {
        try {
            lock.release();
        } catch (IOException e) {
            // closing the channel releases it too
        }
    }

    private FileChannel open(Path lockFile) throws IOException {
        // opening a pipe would wait for its other end
        if (Files.exists(lockFile, LinkOption.NOFOLLOW_LINKS)
                && !Files.isRegularFile(lockFile, LinkOption.NOFOLLOW_LINKS)) {
            throw trouble.lockNotRegular(lockFile);
        }
        return FileChannel.open(
                lockFile,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                OwnerOnly.attributes(lockFile));
    }

    // FileChannel.lock() cannot be told a deadline
    private FileLock acquire(FileChannel channel, Call call) throws IOException {
        long wait = SHORTEST_WAIT;
        FileLock lock = tryLock(channel);
        while (lock == null) {
            if (call.remaining().isZero()) {
                throw trouble.busy();
            }
            LockSupport.parkNanos(Math.min(wait, call.remaining().toNanos()));
            if (Thread.currentThread().isInterrupted()) {
                throw trouble.cancelled();
            }
            wait = Math.min(wait * 2, LONGEST_WAIT);
            lock = tryLock(channel);
        }
        return lock;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // a copy of this library under another class loader holds it, with locks in process of its own
            return null;
        }
    }
}
