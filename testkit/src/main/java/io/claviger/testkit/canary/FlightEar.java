package io.claviger.testkit.canary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import org.jspecify.annotations.Nullable;

/** Hears what a flight recording of this virtual machine keeps. */
final class FlightEar implements Ear {

    /** What can hold text of a program, whatever the configuration says. */
    private static final List<String> TALKATIVE = List.of(
            "jdk.JavaExceptionThrow",
            "jdk.JavaErrorThrow",
            "jdk.FileRead",
            "jdk.FileWrite",
            "jdk.SocketRead",
            "jdk.SocketWrite",
            "jdk.SecurityPropertyModification",
            "jdk.ThreadStart",
            "jdk.TLSHandshake",
            "jdk.X509Certificate",
            "jdk.ProcessStart");

    private final Evidence evidence;
    private @Nullable Recording recording;

    FlightEar(Evidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public void open() {
        try {
            Recording begun = new Recording(Configuration.getConfiguration("default"));
            TALKATIVE.forEach(event -> begun.enable(event).withThreshold(Duration.ZERO));
            begun.start();
            recording = begun;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalStateException("the platform's configuration of recordings is damaged", e);
        }
    }

    boolean isOpen() {
        return recording != null;
    }

    @Override
    public void close() {
        if (recording != null) {
            try (Recording ended = recording) {
                recording = null;
                ended.stop();
                evidence.add("the flight recording", dumped(ended));
            }
        }
    }

    /** The strings of a recording stand in it byte for byte. */
    private static String dumped(Recording recording) {
        try {
            Path file = Files.createTempFile("claviger-canary", ".jfr");
            try {
                recording.dump(file);
                return Files.readString(file, StandardCharsets.ISO_8859_1);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
