package io.claviger.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

@Label("C14: what is spread is spread within its width, and the same way for the same seeds")
class SpreadTest {

    @Property
    @Label("around stays within its width on both sides")
    void around_anySeeds_staysWithinItsWidth(
            @ForAll @DoubleRange(max = 1) double width, @ForAll int key, @ForAll long reading) {
        assertThat(Spread.around(width, key, reading)).isBetween(1 - width, 1 + width);
    }

    @Property
    @Label("below stays within its width below one")
    void below_anySeeds_staysWithinItsWidth(
            @ForAll @DoubleRange(max = 1) double width, @ForAll int key, @ForAll long reading) {
        assertThat(Spread.below(width, key, reading)).isBetween(1 - width, 1.0);
    }

    @Property
    @Label("the same seeds give the same factor")
    void spread_sameSeeds_isTheSame(@ForAll int key, @ForAll long reading) {
        assertThat(Spread.around(0.05, key, reading)).isEqualTo(Spread.around(0.05, key, reading));
        assertThat(Spread.below(0.25, key, reading)).isEqualTo(Spread.below(0.25, key, reading));
    }

    @Property
    @Label("a width of zero spreads nothing")
    void spread_noWidth_isOne(@ForAll int key, @ForAll long reading) {
        assertThat(Spread.around(0, key, reading)).isEqualTo(1.0);
        assertThat(Spread.below(0, key, reading)).isEqualTo(1.0);
    }

    @Example
    @Label("neighbouring seeds fill the width evenly")
    void spread_neighbouringSeeds_fillsTheWidth() {
        double[] byReading = IntStream.range(0, 10_000)
                .mapToDouble(i -> Spread.around(0.5, 7, i))
                .toArray();
        double[] byKey = IntStream.range(0, 10_000)
                .mapToDouble(i -> Spread.around(0.5, i, 7))
                .toArray();
        for (double[] factors : new double[][] {byReading, byKey}) {
            int[] tenths = new int[10];
            for (double factor : factors) {
                tenths[(int) Math.min(9, (factor - 0.5) * 10)]++;
            }
            for (int tenth : tenths) {
                assertThat(tenth).isBetween(850, 1150);
            }
        }
    }
}
