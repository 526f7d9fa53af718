package io.claviger.simulation;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** All that a day is judged by. */
final class Court {

    private static final int LINES = 40;
    private static final Pattern CLOCKS = Pattern.compile("Slept|WallSet|ExpirationSet|Begun|Closed");
    private static final List<Oracle> ORACLES = List.of(
            new AgeOracle(),
            new ResetOracle(),
            new DenialOracle(),
            new LoginOracle(),
            new LeaseOracle(),
            new ReadBoundOracle(),
            new WatchOracle(),
            new WakeUpOracle());

    private Court() {}

    /** Judges the day of a seed. A day that broke a promise says how to live it again. */
    static void judge(Seed seed, DayLog log) {
        History history = History.of(log);
        ORACLES.forEach(oracle -> {
            try {
                oracle.check(history);
            } catch (Violation violation) {
                throw new AssertionError(
                        "Seed " + seed + ", step " + violation.step() + ", "
                                + oracle.getClass().getSimpleName() + ": " + violation.getMessage()
                                + "\n" + seed.replay() + " What led to it:\n"
                                + log.upTo(violation.step(), about(history, violation.about()), LINES),
                        violation);
            }
        });
    }

    // a secret is spoken of by its reads, too
    private static Predicate<String> about(History history, String subject) {
        Pattern named = Pattern.compile(Pattern.quote(subject) + "\\b");
        Set<String> reads = history.bySecret().getOrDefault(subject, List.of()).stream()
                .map(read -> "read=" + read.number() + ",")
                .collect(Collectors.toSet());
        return line -> named.matcher(line).find()
                || CLOCKS.matcher(line).find()
                || reads.stream().anyMatch(line::contains);
    }
}
