package io.claviger.internal.setup;

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
 * One writer at a time, over all threads, stores and processes: a lock in this process and one on {@code <file>.lock}. The
 * lock file is never deleted, because somebody could hold a lock on what was deleted.
 */
final class StoreLock {

    // A file lock belongs to the process, and closing any channel of the file drops it. So this process must have one
    // channel at most, whichever store it belongs to: the locks are the process's, one for each file.
    private static final ConcurrentMap<Path, ReentrantLock> IN_PROCESS = new ConcurrentHashMap<>();
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final long STEP = Duration.ofMillis(5).toNanos();

    private final Path file;
    private final StoreTrouble trouble;

    StoreLock(Path file, StoreTrouble trouble) {
        this.file = file;
        this.trouble = trouble;
    }

    <T> T holding(Supplier<T> action) {
        Path lockFile = lockFile();
        ReentrantLock lock = IN_PROCESS.computeIfAbsent(lockFile, path -> new ReentrantLock());
        acquire(lock);
        try {
            return holdingFile(lockFile, action);
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

    private void acquire(ReentrantLock lock) {
        try {
            if (!lock.tryLock(LONGEST_WAIT.toNanos(), TimeUnit.NANOSECONDS)) {
                throw trouble.busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw trouble.busy();
        }
    }

    private <T> T holdingFile(Path lockFile, Supplier<T> action) {
        try (FileChannel channel = open(lockFile);
                FileLock lock = acquire(channel)) {
            if (!lock.isValid()) {
                throw trouble.busy();
            }
            return action.get();
        } catch (IOException e) {
            throw trouble.unwritable(e);
        }
    }

    private FileChannel open(Path lockFile) throws IOException {
        // opening a pipe would wait for its other end
        if (Files.exists(lockFile, LinkOption.NOFOLLOW_LINKS)
                && !Files.isRegularFile(lockFile, LinkOption.NOFOLLOW_LINKS)) {
            throw trouble.notRegular(lockFile);
        }
        return FileChannel.open(
                lockFile,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                OwnerOnly.attributes(lockFile));
    }

    // FileChannel.lock() cannot be told a deadline
    private FileLock acquire(FileChannel channel) throws IOException {
        long start = System.nanoTime();
        FileLock lock = tryLock(channel);
        while (lock == null) {
            boolean late = System.nanoTime() - start > LONGEST_WAIT.toNanos();
            if (late || Thread.currentThread().isInterrupted()) {
                throw trouble.busy();
            }
            LockSupport.parkNanos(STEP);
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
