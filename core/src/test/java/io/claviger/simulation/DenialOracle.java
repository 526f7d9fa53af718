package io.claviger.simulation;

import io.claviger.Reason;
import io.claviger.simulation.DayLog.Line;
import io.claviger.simulation.Happening.Refused;
import io.claviger.simulation.Happening.Served;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * C6: after a vault has said twice that a secret is not there or not for us, it is not served any more; a single such answer
 * changes nothing while it is cached. And nobody is served an older value than somebody was served before.
 */
final class DenialOracle implements Oracle {

    private static final long ROUNDING = Duration.ofMillis(1).toNanos();
    private static final Set<Reason> DEFINITE =
            EnumSet.of(Reason.DENIED, Reason.NOT_FOUND, Reason.DELETED, Reason.DISABLED_IN_VAULT);

    @Override
    public void check(History history) {
        java.util.Map<String, Integer> newest = new java.util.HashMap<>();
        for (Line line : history.log().lines()) {
            if (line.what() instanceof Served served) {
                ReadFact read = history.read(served.read());
                checkConfirmed(history, line, read);
                int before = newest.merge(read.secret(), served.read(), Math::max);
                if (before > served.read()) {
                    throw new Violation(
                            line.step(), read.secret(), read + " is served after read " + before + ": " + line);
                }
            } else if (line.what() instanceof Refused refused && DEFINITE.contains(refused.reason())) {
                refused.secret().ifPresent(secret -> checkSpurious(history, line, secret));
            }
        }
    }

    private static void checkConfirmed(History history, Line line, ReadFact read) {
        if (definiteInARow(history, read, line.step()) >= 2) {
            throw new Violation(line.step(), read.secret(), read + " is served after it was denied twice: " + line);
        }
    }

    private static void checkSpurious(History history, Line line, String secret) {
        Optional<ReadFact> cached = surelyCached(history, secret, line);
        if (cached.isPresent() && definiteInARow(history, cached.get(), line.step()) < 2) {
            throw new Violation(line.step(), secret, cached.get() + " is not served after a single denial: " + line);
        }
    }

    /** How many definite answers there were at most in a row, to reads that began after one that brought a value. */
    static int definiteInARow(History history, ReadFact value, int until) {
        int row = 0;
        int longest = 0;
        for (ReadFact read : history.bySecret().getOrDefault(value.secret(), List.of())) {
            if (read.start().step() > value.end().step() && read.end().step() < until && ended(read)) {
                row = read.definite() ? row + 1 : 0;
                longest = Math.max(longest, row);
            }
        }
        return longest;
    }

    private static boolean ended(ReadFact read) {
        return read.end().step() > read.start().step();
    }

    /** The read whose value must be in the cache at a line, whatever the clocks did. */
    static Optional<ReadFact> surelyCached(History history, String secret, Line line) {
        ReadFact last = null;
        for (ReadFact read : history.bySecret().getOrDefault(secret, List.of())) {
            if (read.given() && ended(read) && read.end().step() < line.step()) {
                last = read;
            }
        }
        if (last == null || history.drops().touch(secret, history.beforeLoad(last), line.step())) {
            return Optional.empty();
        }
        long most = line.at().most() - history.loadBegan(last);
        long life = Math.min(history.shortestExpiration(last.start().step(), line.step()), last.lifetime());
        return most + ROUNDING < life ? Optional.of(last) : Optional.empty();
    }
}
