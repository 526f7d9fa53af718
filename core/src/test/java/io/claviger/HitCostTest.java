package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C12: a hit reads no clock, whatever is planned for its secret")
class HitCostTest {

    private static final SecretReference REFERENCE = SecretReference.of("team", "token");

    private final CountedTime time = new CountedTime();
    private final Fixture fixture =
            new Fixture(new FakeVault(), builder -> builder.timeSource(time)).linked("token", "token", "value");
    private final SecretHandle handle = fixture.secrets.bind("token");

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void hit_ofAFreshSecret_readsNoClock() {
        hitAll();
        assertThat(readingsDuringHits()).isZero();
    }

    @Test
    void hit_afterTheRefreshThatItStarted_readsNoClock() {
        hitAll();
        time.advance(Duration.ofMinutes(51));
        hitAll();
        hitAll();

        assertThat(fixture.vault.reads).hasSize(2);
        assertThat(readingsDuringHits()).isZero();
    }

    private int readingsDuringHits() {
        int before = time.readings.get();
        for (int i = 0; i < 100; i++) {
            hitAll();
        }
        return time.readings.get() - before;
    }

    private void hitAll() {
        handle.get();
        fixture.secrets.resolve("token");
        fixture.secrets.resolve(REFERENCE);
    }

    private static final class CountedTime implements TimeSource {

        private final ManualTime time = new ManualTime();
        private final AtomicInteger readings = new AtomicInteger();

        @Override
        public long nanoTime() {
            readings.incrementAndGet();
            return time.nanoTime();
        }

        @Override
        public Instant now() {
            readings.incrementAndGet();
            return time.now();
        }

        @Override
        public Timer schedule(Duration delay, Runnable task) {
            return time.schedule(delay, task);
        }

        void advance(Duration duration) {
            time.advance(duration);
        }
    }
}
