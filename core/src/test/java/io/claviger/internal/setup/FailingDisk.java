package io.claviger.internal.setup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A disk that fails at one step, after half of it where there is a half, and goes on afterwards. */
final class FailingDisk extends SystemDisk {

    /** The steps of a save, in their order. */
    enum Step {
        CREATE,
        WRITE,
        FORCE,
        RENAME,
        FORCE_DIRECTORY
    }

    private final Step failing;
    private final boolean cleanup;

    /** Fails at a step, and at tidying up after it, or not. */
    FailingDisk(Step failing, boolean cleanup) {
        this.failing = failing;
        this.cleanup = cleanup;
    }

    private void step(Step step) throws IOException {
        if (step == failing) {
            throw new IOException("Input/output error");
        }
    }

    @Override
    public FileChannel create(Path file) throws IOException {
        step(Step.CREATE);
        return super.create(file);
    }

    @Override
    public void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        if (failing == Step.WRITE) {
            super.write(channel, bytes.slice().limit(bytes.limit() / 2));
        }
        step(Step.WRITE);
        super.write(channel, bytes);
    }

    @Override
    public void force(FileChannel channel) throws IOException {
        step(Step.FORCE);
        super.force(channel);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        step(Step.RENAME);
        super.rename(from, to);
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        step(Step.FORCE_DIRECTORY);
        super.forceDirectory(directory);
    }

    @Override
    public void delete(Path file) throws IOException {
        if (!cleanup) {
            throw new IOException("Input/output error");
        }
        super.delete(file);
    }
}
