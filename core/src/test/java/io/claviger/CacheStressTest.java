package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C4, C5: under many threads, nothing older than the last reset or change is ever seen")
class CacheStressTest {

    private static final int ROUNDS = 3_000;
    private static final int READERS = 6;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final FakeVault vault = new FakeVault();
    private final Fixture fixture =
            new Fixture(vault, builder -> builder.executor(threads)).linked("counter", "counter", "0");
    // what every call that begins now must see, at the least
    private final AtomicLong floor = new AtomicLong();
    private final AtomicBoolean done = new AtomicBoolean();

    @AfterEach
    void close() {
        fixture.close();
        threads.shutdownNow();
    }

    @Test
    void read_afterAResetRelinkOrReconnect_isNotOlderThanIt() throws Exception {
        SecretHandle handle = fixture.secrets.bind("counter");
        List<Future<Long>> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            readers.add(threads.submit(() -> readUntilDone(handle::get)));
            readers.add(threads.submit(() -> readUntilDone(() -> fixture.secrets.resolve("counter"))));
        }
        for (int round = 1; round <= ROUNDS; round++) {
            vault.put("counter", String.valueOf(round));
            invalidate(round);
            floor.set(round);
        }
        done.set(true);

        for (Future<Long> reader : readers) {
            assertThat(reader.get()).as("reads of one thread").isPositive();
        }
        assertThat(fixture.resolve("counter")).isEqualTo(String.valueOf(ROUNDS));
    }

    private void invalidate(int round) {
        IntegrationManager manager = fixture.manager;
        switch (round % 5) {
            case 0 -> manager.cache().reset();
            case 1 -> manager.cache().resetName("counter");
            case 2 -> manager.relink("counter", SecretReference.of("team", "counter"));
            case 3 -> manager.reauthenticate("team", Fixture.renewing("robot"));
            default -> {
                manager.disconnect("team");
                manager.connect("team", "fake", Settings.empty(), Fixture.renewing("robot"));
            }
        }
    }

    private long readUntilDone(Supplier<SecretValue> read) {
        long reads = 0;
        while (!done.get()) {
            long least = floor.get();
            try {
                assertThat(Long.parseLong(read.get().revealText())).isGreaterThanOrEqualTo(least);
                reads++;
            } catch (UnresolvedException e) {
                assertThat(e.reason()).isEqualTo(Reason.DISCONNECTED);
            }
        }
        return reads;
    }
}
