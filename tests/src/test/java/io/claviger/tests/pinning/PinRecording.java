package io.claviger.tests.pinning;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Records each time, however short, that a virtual thread blocks the thread that carries it. */
final class PinRecording implements AutoCloseable {

    private static final String EVENT = "jdk.VirtualThreadPinned";
    private static final String OWN = "io.claviger.";

    private final Recording recording = new Recording();

    private PinRecording() {
        recording.enable(EVENT).withThreshold(Duration.ZERO).withStackTrace();
        recording.start();
    }

    static PinRecording start() {
        return new PinRecording();
    }

    /** Ends the recording, and returns the stacks with our own code in them. */
    List<String> stop(Path folder) throws IOException {
        recording.stop();
        Path file = folder.resolve("pins.jfr");
        recording.dump(file);
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals(EVENT))
                .map(PinRecording::stack)
                .filter(stack -> stack.contains(OWN))
                .toList();
    }

    private static String stack(RecordedEvent event) {
        if (event.getStackTrace() == null) {
            return "";
        }
        return event.getStackTrace().getFrames().stream()
                .map(RecordedFrame::getMethod)
                .map(method -> method.getType().getName() + "." + method.getName())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        recording.close();
    }
}
