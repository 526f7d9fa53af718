package io.claviger.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C1-C9, C15, S3-S5, S7: a day with outages, rotations, denials, dead sessions, suspends and clock jumps")
class SimulatedDayTest {

    @Test
    void days_sameSeed_sameLog() {
        assertThat(log(7).lines()).isEqualTo(log(7).lines());
    }

    static DayLog log(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        DayOptions options = DayOptions.small(random);
        return new SimulatedDay(new World(random), options).run();
    }

    @Test
    void dump() {
        String d = System.getProperty("dump");
        if (d != null) {
            String[] x = d.split(",", -1);
            log(Long.parseLong(x[0]))
                    .lines()
                    .subList(Integer.parseInt(x[1]), Integer.parseInt(x[2]))
                    .forEach(System.out::println);
        }
    }

    @Test
    void speed() {
        long t = System.nanoTime();
        long lines = 0;
        java.util.Map<String, Integer> kinds = new java.util.TreeMap<>();
        for (int s = 0; s < Integer.getInteger("simulation.seeds", 200); s++) {
            DayLog log = log(s);
            lines += log.lines().size();
            try {
                Court.judge("" + s, log);
            } catch (AssertionError e) {
                String kind = e.getMessage().replaceAll("(?s)Seed \\d+, step \\d+, (\\w+): .*", "$1");
                if (kinds.merge(kind, 1, Integer::sum) <= 3) System.out.println(e.getMessage() + "\n\n");
            }
        }
        System.out.println("seeds " + (System.nanoTime() - t) / 1e9 + " lines " + lines + kinds);
    }
}
