package io.claviger.internal.setup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A disk of a process that ends after some steps or bytes: no step is taken any more, that of tidying up included. */
final class CrashingDisk extends SystemDisk {

    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    final List<String> done = new ArrayList<>();
    private final int steps;
    private final int bytes;

    CrashingDisk(int steps, int bytes) {
        this.steps = steps;
        this.bytes = bytes;
    }

    private void step(String name) {
        if (done.size() == steps) {
            throw new Crash();
        }
        done.add(name);
    }

    @Override
    public FileChannel create(Path file) throws IOException {
        step("create");
        return super.create(file);
    }

    @Override
    public void write(FileChannel channel, ByteBuffer content) throws IOException {
        step("write");
        super.write(channel, content.slice().limit(Math.min(bytes, content.limit())));
        if (bytes <= content.limit()) {
            throw new Crash();
        }
    }

    @Override
    public void force(FileChannel channel) throws IOException {
        step("force");
        super.force(channel);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        step("rename");
        super.rename(from, to);
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        step("forceDirectory");
        super.forceDirectory(directory);
    }
}
