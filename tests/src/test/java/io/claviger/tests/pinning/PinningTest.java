package io.claviger.tests.pinning;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.tests.planted.pins.BlockingInitialiser;
import io.claviger.tests.planted.pins.Gate;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "there are no virtual threads before Java 21")
@DisplayName("C13: virtual threads never pin")
class PinningTest {

    private static final int CALLERS = 1_000;
    private static final int SECRETS = 64;
    private static final int REHEARSAL = 8;
    private static final long LIMIT_SECONDS = 60;

    @TempDir
    private Path folder;

    @Test
    @DisplayName("C3, C13: 1,000 virtual threads on one cold secret read it once, and none is pinned")
    void stampede_onAColdSecret_readsOnceAndPinsNone() throws Exception {
        rehearse();
        try (PinRecording pins = PinRecording.start();
                Scene scene = new Scene()) {
            List<String> values = scene.resolve(CALLERS, caller -> "cold", 1);

            assertThat(pins.stop(folder)).isEmpty();
            assertThat(values).hasSize(CALLERS).containsOnly("cold");
            assertThat(scene.vault.reads()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("C13: reads that block, many more than there are carriers, pin none of their virtual threads")
    void reads_thatBlockOnASocket_pinNone() throws Exception {
        rehearse();
        try (PinRecording pins = PinRecording.start();
                Scene scene = new Scene()) {
            List<String> values = scene.resolve(SECRETS, caller -> "secret-" + caller, SECRETS);

            assertThat(pins.stop(folder)).isEmpty();
            assertThat(values)
                    .containsExactlyElementsOf(IntStream.range(0, SECRETS)
                            .mapToObj(secret -> "secret-" + secret)
                            .toList());
        }
    }

    @Test
    @DisplayName("a virtual thread that blocks in a class initialiser is caught by the same recording")
    void pin_planted_isCaught() throws Exception {
        AtomicReference<Thread> pinned = new AtomicReference<>();
        ExecutorService threads = VirtualThreads.create();
        try (PinRecording pins = PinRecording.start()) {
            Future<?> use = threads.submit(() -> {
                pinned.set(Thread.currentThread());
                BlockingInitialiser.use();
            });
            Scene.awaitUntil(() -> isWaiting(pinned.get()));
            Gate.open();
            use.get(LIMIT_SECONDS, TimeUnit.SECONDS);

            assertThat(pins.stop(folder))
                    .singleElement()
                    .asString()
                    .contains(BlockingInitialiser.class.getName() + ".<clinit>");
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean isWaiting(Thread thread) {
        return thread != null && thread.getState() == Thread.State.WAITING;
    }

    // each class is initialised by the first thread that comes, and those that come with it wait for that: once in the
    // life of a process, and not what is recorded
    private static void rehearse() throws Exception {
        try (Scene scene = new Scene()) {
            scene.resolve(REHEARSAL, caller -> "secret-" + caller % 2, 2);
        }
    }
}
