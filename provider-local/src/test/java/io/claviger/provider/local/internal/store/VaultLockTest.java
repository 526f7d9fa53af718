package io.claviger.provider.local.internal.store;

import static io.claviger.provider.local.internal.store.Fixtures.call;
import static io.claviger.provider.local.internal.store.Fixtures.expiredCall;
import static io.claviger.provider.local.internal.store.Fixtures.failure;
import static io.claviger.provider.local.internal.store.Fixtures.store;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.SecretValue;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultLockTest {

    private static final int WRITERS = 4;
    private static final int WRITES = 25;

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = directory.resolve("team.vault");
    }

    @Test
    void change_severalStoresAndThreads_losesNothing() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int id = writer;
                writers.add(threads.submit(() -> write(id)));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(store(file).contents(call()).names()).hasSize(WRITERS * WRITES);
        assertThat(store(file).contents(call()).revision()).isEqualTo(WRITERS * WRITES);
    }

    private void write(int writer) {
        FileStore store = store(file);
        for (int i = 0; i < WRITES; i++) {
            String name = writer + "-" + i;
            store.change(contents -> contents.with(name, SecretValue.ofText(name)), call());
            assertThat(store.contents(call()).entry(name)).isPresent();
        }
    }

    @Test
    void change_lockHeldElsewhereInThisProcess_isBusyAtTheDeadline() throws IOException {
        try (FileChannel channel = FileChannel.open(
                        directory.resolve("team.vault.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();

            VaultFailure failure =
                    failure(() -> store(file).change(c -> c.with("a", SecretValue.ofText("1")), expiredCall()));

            assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
            assertThat(failure.detail()).contains("held the lock", "try again");
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void contents_lockHeldElsewhere_areReadAllTheSame() throws IOException {
        Fixtures.set(store(file), "a", "1");
        try (FileChannel channel = FileChannel.open(directory.resolve("team.vault.lock"), StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(store(file).contents(call()).names()).containsExactly("a");
        }
    }

    @Test
    void change_interrupted_isCancelledAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        VaultFailure failure = failure(() -> store(file).change(c -> c.with("a", SecretValue.ofText("1")), call()));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.detail()).contains("cancelled");
        assertThat(file).doesNotExist();
    }

    @Test
    void change_deadlinePassed_writesNothing() {
        VaultFailure failure =
                failure(() -> store(file).change(c -> c.with("a", SecretValue.ofText("1")), expiredCall()));

        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(file).doesNotExist();
    }
}
