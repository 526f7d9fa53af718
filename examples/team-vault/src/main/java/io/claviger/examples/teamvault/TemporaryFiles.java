package io.claviger.examples.teamvault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Clears up what the example wrote. */
final class TemporaryFiles {

    private TemporaryFiles() {}

    static void delete(Path directory) throws IOException {
        for (Path path : contents(directory)) {
            Files.deleteIfExists(path);
        }
    }

    private static List<Path> contents(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
