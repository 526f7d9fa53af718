package io.claviger.simulation;

import java.util.SplittableRandom;

/**
 * What decides a whole day.
 *
 * @param number a number
 * @param big whether it is a big day, with thousands of reads over hundreds of secrets
 */
record Seed(long number, boolean big) {

    private static final String BIG = "big";

    static Seed parse(String text) {
        return text.startsWith(BIG)
                ? new Seed(Long.parseLong(text.substring(BIG.length())), true)
                : new Seed(Long.parseLong(text), false);
    }

    /** Lives the day. Whatever is thrown in it says how to live it again. */
    // any failure of the library or of the simulation itself belongs to a seed
    @SuppressWarnings("CatchingUnchecked")
    DayLog live() {
        SplittableRandom random = new SplittableRandom(number);
        DayOptions options = big ? DayOptions.big(random) : DayOptions.small(random);
        World world = new World(random);
        try {
            return new SimulatedDay(world, options).run();
        } catch (Throwable thrown) {
            throw new AssertionError(
                    "Seed " + this + ", step " + world.log().next() + ": " + thrown + "\n" + replay(), thrown);
        }
    }

    /** Lives the day and judges it. */
    void judge() {
        Court.judge(this, live());
    }

    String replay() {
        return "Replay it with -Dsimulation.seed=" + this + ".";
    }

    @Override
    public String toString() {
        return (big ? BIG : "") + number;
    }
}
