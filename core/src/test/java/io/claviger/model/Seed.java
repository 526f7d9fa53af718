package io.claviger.model;

import io.claviger.IntegrationManager;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What decides a whole sequence.
 *
 * @param number a number
 */
record Seed(long number) {

    Trial trial(UnaryOperator<IntegrationManager> doctor) {
        Dice dice = new Dice(number);
        Options options = dice.options();
        List<Step> steps = new Steps(dice, options).sequence();
        return new Trial(options, steps, doctor);
    }

    /** Others read while the steps are taken. Nothing is in them that depends on who has read before. */
    Race race(UnaryOperator<IntegrationManager> doctor) {
        Dice dice = new Dice(number);
        Options options = dice.options();
        Steps source = new Steps(dice, options);
        List<Step> steps = Stream.concat(source.sequence().stream(), source.sequence().stream())
                .filter(Step::independentOfReads)
                .toList();
        return new Race(this, options, steps, source.probes(), doctor);
    }

    /** Runs the sequence. Whatever goes wrong is told with the fewest steps that bring it about. */
    void judge() {
        Trial trial = trial(UnaryOperator.identity());
        if (trial.run().isPresent()) {
            throw new AssertionError(report(trial));
        }
    }

    private String report(Trial trial) {
        Trial shrunk = Shrinker.shrunk(trial);
        return "Seed " + number + " of " + trial.steps().size() + " steps, shrunk to "
                + shrunk.steps().size() + ", with " + shrunk.options() + ":\n  "
                + shrunk.steps().stream().map(Step::toString).collect(Collectors.joining("\n  ")) + "\n"
                + shrunk.run().orElseThrow() + "\nReplay it with -Dmodel.seed=" + number + ".";
    }
}
