package org.restante.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Watches for virtual threads that hold their carrier while they wait ({@code jdk.VirtualThreadPinned}). Before Java 24 every monitor does
 * that, those of libraries included: there it sees nothing.
 */
public final class Pinning implements AutoCloseable {

    private static final int JUDGED_FROM = 24;
    private static final int FRAMES = 30;

    private final Recording recording = new Recording();

    /** Begins to watch. */
    public Pinning() {
        if (Runtime.version().feature() >= JUDGED_FROM) {
            recording
                    .enable("jdk.VirtualThreadPinned")
                    .withThreshold(Duration.ofMillis(20))
                    .withStackTrace();
            recording.start();
        }
    }

    /** Returns where it happened since the beginning, once for each time. */
    public List<String> stacks() {
        if (Runtime.version().feature() < JUDGED_FROM) {
            return List.of();
        }
        try {
            Path file = Files.createTempFile("pinning", ".jfr");
            recording.dump(file);
            List<RecordedEvent> events = RecordingFile.readAllEvents(file);
            Files.delete(file);
            return events.stream().map(Pinning::stack).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String stack(RecordedEvent event) {
        var stack = new StringBuilder(event.getDuration().toMillis() + " ms");
        if (event.getStackTrace() != null) {
            event.getStackTrace().getFrames().stream()
                    .limit(FRAMES)
                    .map(RecordedFrame::getMethod)
                    .forEach(method -> stack.append("\n  ")
                            .append(method.getType().getName())
                            .append('.')
                            .append(method.getName()));
        }
        return stack.toString();
    }

    @Override
    public void close() {
        recording.close();
    }
}
