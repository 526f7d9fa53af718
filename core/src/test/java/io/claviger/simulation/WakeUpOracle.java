package io.claviger.simulation;

import io.claviger.simulation.DayLog.Line;
import io.claviger.simulation.Happening.Closed;
import io.claviger.simulation.Happening.ExpirationSet;
import io.claviger.simulation.Happening.Quiet;
import java.time.Duration;

/** C15: nothing wakes more than once a second, but for what is to be done. */
final class WakeUpOracle implements Oracle {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    // refresh, expiry and renewal of what is cached when it becomes quiet
    private static final int FOR_EACH_CACHED = 4;
    // refresh, expiry, renewal and deadline of what is asked for then
    private static final int FOR_EACH_CALL = 4;

    @Override
    public void check(History history) {
        history.lines(Quiet.class).forEach(line -> checkQuiet(line, (Quiet) line.what()));
        history.lines(Closed.class).forEach(line -> checkDay(history, line, (Closed) line.what()));
    }

    private static void checkQuiet(Line line, Quiet quiet) {
        long most = quiet.length().toSeconds()
                + 1
                + quiet.cached() * FOR_EACH_CACHED
                + quiet.upstreamCalls() * FOR_EACH_CALL;
        check(line, quiet.wakeUps(), most);
    }

    // whatever is to be done is because of something that happened, or because all that is cached lives shorter now
    private static void checkDay(History history, Line line, Closed closed) {
        long changes = history.all(ExpirationSet.class).count();
        long most = line.at().awake() / SECOND
                + 2L * line.step()
                + changes * history.bySecret().size();
        check(line, closed.wakeUps(), most);
    }

    private static void check(Line line, long wakeUps, long most) {
        if (wakeUps > most) {
            throw new Violation(line.step(), "Quiet", wakeUps + " wake-ups are more than " + most + ": " + line);
        }
    }
}
