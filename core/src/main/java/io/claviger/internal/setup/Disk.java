package io.claviger.internal.setup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** The steps of a durable write, one by one, so that tests can end the process between and within them. */
interface Disk {

    /** Creates a file that only its owner may open; fails if anything has its name, a symbolic link included. */
    FileChannel create(Path file) throws IOException;

    void write(FileChannel channel, ByteBuffer bytes) throws IOException;

    void force(FileChannel channel) throws IOException;

    /** Puts a file in the place of another, at once or not at all. */
    void rename(Path from, Path to) throws IOException;

    void delete(Path file) throws IOException;

    /** Makes what was renamed in a directory outlive a power cut. */
    void forceDirectory(Path directory) throws IOException;
}
