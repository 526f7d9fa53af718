package io.claviger.event;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes an audit log: one {@link AuditRecord} a line, UTF-8, in order, each flushed before the next.
 *
 * <p>As a {@link VaultEventListener} it logs everything that happens and never fails: what could not be written is
 * {@linkplain #lost() counted}. As the {@link AuditSink} of a manager that requires audit it logs management calls, and its
 * failure refuses the call. One writer may serve as both, for several managers too; management calls then stand in it twice,
 * with the same call number.
 *
 * <p>Rotation is the host's: a file is opened for each line and created if it is not there, so that moving it away is enough.
 *
 * <p>Safe for use by several threads.
 */
public final class AuditWriter implements VaultEventListener, AuditSink {

    private final ReentrantLock lock = new ReentrantLock();
    // guarded by the lock
    private final AuditLines lines;
    private final LongAdder lost = new LongAdder();

    private AuditWriter(AuditLines lines) {
        this.lines = lines;
    }

    /**
     * Returns a writer that appends to a file. Where it creates the file, its owner alone may read and write it, if the file
     * system knows such permissions. After a crash of the machine the last lines may be missing.
     *
     * @param file the file; its directory exists
     * @return a writer
     */
    public static AuditWriter toFile(Path file) {
        return new AuditWriter(new AuditFile(file, false));
    }

    /**
     * Returns a writer that appends to a file as {@link #toFile(Path)} does, and waits for the disk at each line: what was
     * written outlasts a crash of the machine.
     *
     * @param file the file; its directory exists
     * @return a writer
     */
    public static AuditWriter toFileForced(Path file) {
        return new AuditWriter(new AuditFile(file, true));
    }

    /**
     * Returns a writer that appends to another one and flushes it at each line.
     *
     * @param writer the host's, which closes it
     * @return a writer
     */
    public static AuditWriter to(Writer writer) {
        return new AuditWriter(new AuditStream(writer));
    }

    /**
     * Writes the line of an event. A failure is counted, and not thrown.
     *
     * @param event what happened
     */
    @Override
    public void on(VaultEvent event) {
        try {
            write(event);
        } catch (IOException | RuntimeException e) {
            lost.increment();
        }
    }

    /**
     * Writes the line of an event.
     *
     * @param event what happened
     * @throws IOException if it could not be written
     */
    @Override
    public void write(VaultEvent event) throws IOException {
        String line = AuditRecord.of(event).json();
        lock.lock();
        try {
            lines.append(line);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns how many events this listener could not write.
     *
     * @return the number since this writer was made
     */
    public long lost() {
        return lost.sum();
    }
}
