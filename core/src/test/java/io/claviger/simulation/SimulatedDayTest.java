package io.claviger.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.simulation.Happening.Served;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * By default 1,000 small days and a few big ones; {@code -Dsimulation.seeds=N} lives N small days, and
 * {@code -Dsimulation.seed=S} lives one of them again.
 */
@DisplayName("C1-C9, C15, S3-S5, S7: a day with outages, rotations, denials, dead sessions, suspends and clock jumps")
class SimulatedDayTest {

    private static final int SEEDS = Integer.getInteger("simulation.seeds", 1_000);
    private static final int BIG_DAYS = 3;

    @Test
    void smallDays_ofManySeeds_keepEveryPromise() {
        Long one = Long.getLong("simulation.seed");
        LongStream seeds = one == null ? LongStream.range(0, SEEDS) : LongStream.of(one);
        seeds.forEach(seed -> Court.judge("" + seed, small(seed)));
    }

    @Test
    void bigDays_withThousandsOfReads_keepEveryPromise() {
        for (long seed = 0; seed < BIG_DAYS; seed++) {
            DayLog log = big(seed);
            assertThat(log.all(Served.class).count()).isGreaterThan(2_000);
            Court.judge("big " + seed, log);
        }
    }

    @Test
    void days_ofTheSameSeed_haveTheSameLog() {
        for (long seed = 0; seed < 20; seed++) {
            assertThat(small(seed).lines()).isEqualTo(small(seed).lines());
        }
    }

    private static DayLog small(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        DayOptions options = DayOptions.small(random);
        return new SimulatedDay(new World(random), options).run();
    }

    private static DayLog big(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        DayOptions options = DayOptions.big(random);
        return new SimulatedDay(new World(random), options).run();
    }
}
