package io.claviger.tests.planted.initialisers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

public final class ReadsFile {

    public static final String TEXT;

    static {
        try {
            TEXT = Files.readString(Path.of("text"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ReadsFile() {}
}
