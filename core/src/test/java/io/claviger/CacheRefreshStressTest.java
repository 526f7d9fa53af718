package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.support.Changes;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Latches;
import java.time.Duration;
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

@DisplayName("C2, C4, C6: under many threads a refresh in flight brings nothing back that was reset or expired")
class CacheRefreshStressTest {

    private static final int ROUNDS = 1_500;
    private static final int READERS = 4;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final FakeVault vault = new FakeVault();
    // no deadline passes while a test moves time
    private final Fixture fixture = new Fixture(vault, builder -> builder.executor(threads)
                    .expiration(Duration.ofMinutes(1))
                    .timeout(Duration.ofDays(30)))
            .linked("counter", "counter", "0");
    // what every call that begins now must see, at the least
    private final AtomicLong floor = new AtomicLong();
    private final AtomicBoolean done = new AtomicBoolean();
    private final Changes changes = new Changes();

    @AfterEach
    void close() {
        done.set(true);
        fixture.close();
        threads.shutdownNow();
    }

    @Test
    void read_whileRefreshesRaceWithResetsAndExpirations_isNotOlderThanTheLastOfThem() throws Exception {
        SecretWatch watch = fixture.secrets.watch(List.of("counter"), changes);
        SecretHandle handle = fixture.secrets.bind("counter");
        // refreshes do take place when nothing comes between
        fixture.resolve("counter");
        fixture.time.advance(Duration.ofSeconds(52));
        Latches.awaitUntil(() -> {
            fixture.resolve("counter");
            return fixture.manager.cache().statistics().refreshes() > 0;
        });
        List<Future<Long>> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            readers.add(threads.submit(() -> readUntilDone(handle::get)));
            readers.add(threads.submit(() -> readUntilDone(() -> fixture.secrets.resolve("counter"))));
        }
        for (int round = 1; round <= ROUNDS; round++) {
            fixture.time.advance(Duration.ofSeconds(52));
            vault.put("counter", String.valueOf(round));
            invalidate(round);
            floor.set(round);
        }
        done.set(true);

        for (Future<Long> reader : readers) {
            assertThat(reader.get()).as("reads of one thread").isPositive();
        }
        assertThat(fixture.resolve("counter")).isEqualTo(String.valueOf(ROUNDS));
        Latches.awaitUntil(() -> changes.values("counter").contains(String.valueOf(ROUNDS)));
        assertThat(watch.names()).containsExactly("counter");
        assertThat(fixture.manager.cache().statistics().size()).isEqualTo(1);
    }

    private void invalidate(int round) {
        switch (round % 3) {
            case 0 -> fixture.manager.cache().reset();
            case 1 -> fixture.manager.cache().resetName("counter");
            default -> fixture.manager.reauthenticate("team", Fixture.renewing("robot"));
        }
    }

    private long readUntilDone(Supplier<SecretValue> read) {
        long reads = 0;
        while (!done.get() || reads == 0) {
            long least = floor.get();
            assertThat(Long.parseLong(read.get().revealText())).isGreaterThanOrEqualTo(least);
            reads++;
        }
        return reads;
    }
}
