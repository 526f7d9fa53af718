package io.claviger.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.claviger.Actor;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Design §8: the audit writer appends JSON lines, leaves rotation to the host, and hurts nobody")
class AuditWriterTest {

    @TempDir
    Path directory;

    private Path log;

    @BeforeEach
    void chooseFile() {
        log = directory.resolve("audit.jsonl");
    }

    private static VaultEvent event(String actor) {
        return VaultEvent.at(Instant.EPOCH, VaultEvent.Type.MANAGEMENT, VaultEvent.Outcome.DONE)
                .actor(Actor.of(actor))
                .build();
    }

    private static String line(String actor) {
        return AuditRecord.of(event(actor)).json();
    }

    @Test
    void event_ofEachWriter_isOneLineAtOnce() throws IOException {
        for (AuditWriter writer : List.of(AuditWriter.toFile(log), AuditWriter.toFileForced(log))) {
            writer.on(event("zo\u00eb"));
        }

        assertThat(log).content().isEqualTo(line("zo\u00eb") + "\n" + line("zo\u00eb") + "\n");
    }

    @Test
    void file_movedAway_isCreatedAnew() throws IOException {
        AuditWriter writer = AuditWriter.toFile(log);
        writer.on(event("ana"));
        Path rotated = Files.move(log, directory.resolve("audit.1.jsonl"));

        writer.on(event("ben"));

        assertThat(rotated).hasContent(line("ana"));
        assertThat(log).hasContent(line("ben"));
    }

    @Test
    void file_createdByTheWriter_isItsOwnersAlone() throws IOException {
        assumeTrue(log.getFileSystem().supportedFileAttributeViews().contains("posix"));

        AuditWriter.toFile(log).on(event("ana"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log)))
                .isEqualTo("rw-------");
    }

    @Test
    void file_whoseLastLineWasCutShort_spoilsNoOtherLine() throws IOException {
        Files.writeString(log, line("ana") + "\n" + "{\"time\":\"19");

        AuditWriter writer = AuditWriter.toFile(log);
        writer.on(event("ben"));
        writer.on(event("cem"));

        assertThat(Files.readAllLines(log)).containsExactly(line("ana"), "{\"time\":\"19", line("ben"), line("cem"));
    }

    @Test
    void listener_thatCannotWrite_countsAndWorksAgain() throws IOException {
        AuditWriter writer = AuditWriter.toFile(directory.resolve("missing").resolve("audit.jsonl"));
        writer.on(event("ana"));
        writer.on(event("ben"));
        Files.createDirectory(directory.resolve("missing"));
        writer.on(event("cem"));

        assertThat(writer.lost()).isEqualTo(2);
        assertThat(directory.resolve("missing").resolve("audit.jsonl")).hasContent(line("cem"));
    }

    @Test
    void sink_thatCannotWrite_saysSo() {
        AuditWriter writer = AuditWriter.toFile(directory.resolve("missing").resolve("audit.jsonl"));

        assertThatThrownBy(() -> writer.write(event("ana"))).isInstanceOf(IOException.class);
        assertThat(writer.lost()).isZero();
    }

    @Test
    void writerOfTheHost_isFlushedAtEachLineAndNotClosed() {
        StringWriter flushed = new StringWriter();
        AuditWriter writer = AuditWriter.to(new Buffering(flushed));

        writer.on(event("ana"));

        assertThat(flushed).hasToString(line("ana") + "\n");
    }

    @Test
    void writerOfTheHost_thatFailsMidLine_spoilsNoOtherLine() {
        StringWriter written = new StringWriter();
        Buffering target = new Buffering(written);
        AuditWriter writer = AuditWriter.to(target);
        target.room = 10;
        writer.on(event("ana"));
        target.room = Integer.MAX_VALUE;
        writer.on(event("ben"));

        assertThat(writer.lost()).isEqualTo(1);
        assertThat(written.toString().lines()).containsExactly(line("ana").substring(0, 10), line("ben"));
    }

    @Test
    void writer_usedByManyThreads_mixesNoLines() throws InterruptedException, ExecutionException, IOException {
        AuditWriter writer = AuditWriter.toFile(log);
        String actor = "x".repeat(200);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> done = IntStream.range(0, 4)
                .<Future<?>>mapToObj(number -> threads.submit(() -> {
                    start.await();
                    IntStream.range(0, 50).forEach(i -> writer.on(event(actor)));
                    return null;
                }))
                .toList();
        start.countDown();
        for (Future<?> one : done) {
            one.get();
        }
        threads.shutdown();

        assertThat(Files.readAllLines(log)).hasSize(200).containsOnly(line(actor));
    }

    /** Keeps what is written until it is flushed, as far as there is room. */
    private static final class Buffering extends Writer {

        private final StringBuilder kept = new StringBuilder();
        private final StringWriter target;
        private int room = Integer.MAX_VALUE;

        Buffering(StringWriter target) {
            this.target = target;
        }

        @Override
        public void write(char[] characters, int from, int length) throws IOException {
            kept.append(characters, from, Math.min(room, length));
            if (room < length) {
                flush();
                throw new IOException("no room");
            }
        }

        @Override
        public void flush() {
            target.append(kept);
            kept.setLength(0);
        }

        @Override
        public void close() {
            throw new AssertionError("the host closes its writer");
        }
    }
}
