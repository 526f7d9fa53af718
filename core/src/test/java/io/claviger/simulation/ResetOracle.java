package io.claviger.simulation;

import io.claviger.simulation.DayLog.Line;
import io.claviger.simulation.Happening.Asked;
import io.claviger.simulation.Happening.Connecting;
import io.claviger.simulation.Happening.Disconnected;
import io.claviger.simulation.Happening.Served;
import java.util.HashSet;
import java.util.Set;

/**
 * C4, C5, S7: no value is served that was fetched before a reset, relink, reauthentication, edit or disconnect that covers
 * it, none of a disconnected vault, and none that the name does not lead to.
 */
final class ResetOracle implements Oracle {

    @Override
    public void check(History history) {
        Set<String> disconnected = new HashSet<>();
        for (Line line : history.log().lines()) {
            if (line.what() instanceof Disconnected gone) {
                disconnected.add(gone.alias());
            } else if (line.what() instanceof Connecting back) {
                disconnected.remove(back.alias());
            } else if (line.what() instanceof Served served) {
                ReadFact read = history.read(served.read());
                checkLink(history, line, served, read);
                checkDrops(history, line, read);
                if (disconnected.contains(Names.alias(read.secret()))) {
                    throw violation(line, read, "is served while its vault is disconnected");
                }
            }
        }
    }

    private static void checkLink(History history, Line line, Served served, ReadFact read) {
        Asked asked = (Asked) history.call(served.call()).what();
        if (!asked.secret().equals(java.util.Optional.of(read.secret()))) {
            throw violation(line, read, "is not what was asked for: " + asked);
        }
    }

    private static void checkDrops(History history, Line line, ReadFact read) {
        history.drops().between(read.secret(), read.start().step(), line.step()).ifPresent(drop -> {
            throw violation(line, read, "is from before a " + drop);
        });
    }

    private static Violation violation(Line line, ReadFact read, String what) {
        return new Violation(line.step(), read.secret(), "The value of " + read + " " + what + ": " + line);
    }
}
