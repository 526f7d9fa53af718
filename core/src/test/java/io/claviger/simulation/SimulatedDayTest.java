package io.claviger.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.simulation.Happening.Served;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * By default 1,000 small days and a few big ones; {@code -Dsimulation.seeds=N} lives N small days, and
 * {@code -Dsimulation.seed=S} lives only the day that a failure named, {@code 703} or {@code big2} for example.
 */
@DisplayName("C1-C9, C15, S3-S5, S7: a day with outages, rotations, denials, dead sessions, suspends and clock jumps")
class SimulatedDayTest {

    private static final int SEEDS = Integer.getInteger("simulation.seeds", 1_000);
    private static final int BIG_DAYS = 3;
    private static final String ONE = System.getProperty("simulation.seed", "");

    @Test
    void smallDays_ofManySeeds_keepEveryPromise() {
        seeds(false, SEEDS).forEach(Seed::judge);
    }

    @Test
    void bigDays_withThousandsOfReads_keepEveryPromise() {
        seeds(true, BIG_DAYS).forEach(seed -> {
            DayLog log = seed.live();
            assertThat(log.all(Served.class).count()).isGreaterThan(2_000);
            Court.judge(seed, log);
        });
    }

    private static Stream<Seed> seeds(boolean big, int most) {
        return ONE.isEmpty()
                ? LongStream.range(0, most).mapToObj(number -> new Seed(number, big))
                : Stream.of(Seed.parse(ONE)).filter(seed -> seed.big() == big);
    }

    @Test
    void days_ofTheSameSeed_haveTheSameLog() {
        LongStream.range(0, 20).mapToObj(number -> new Seed(number, false)).forEach(seed -> assertThat(
                        seed.live().lines())
                .isEqualTo(seed.live().lines()));
    }
}
