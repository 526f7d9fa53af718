package io.claviger.simulation;

import io.claviger.simulation.DayLog.Line;
import io.claviger.simulation.Happening.Evening;
import io.claviger.simulation.Happening.Told;
import java.util.HashMap;
import java.util.Map;

/** C6: watches are told of every change that lasts, and of nothing that is none. */
final class WatchOracle implements Oracle {

    @Override
    public void check(History history) {
        Map<Integer, Map<String, String>> known = new HashMap<>();
        for (Line line : history.log().lines()) {
            if (line.what() instanceof Told told) {
                check(history, line, told, known.computeIfAbsent(told.watch(), watch -> new HashMap<>()));
            } else if (line.what() instanceof Evening evening) {
                evening.watches()
                        .forEach((watch, names) -> names.forEach((name, secret) -> {
                            String last = known.getOrDefault(watch, Map.of()).get(name);
                            checkLast(history, line, watch + " of " + name, last, secret);
                        }));
            }
        }
    }

    private static void check(History history, Line line, Told told, Map<String, String> known) {
        told.reads().forEach((name, number) -> {
            ReadFact read = history.read(number);
            String content = content(history, read);
            String before = known.put(name, content);
            boolean changed = told.changed().contains(name);
            if (changed && content.equals(before)) {
                throw new Violation(line.step(), read.secret(), name + " has not changed: " + line);
            }
            if (!changed && before != null && !content.equals(before)) {
                throw new Violation(line.step(), read.secret(), name + " has changed, and that is not told: " + line);
            }
        });
    }

    private static void checkLast(History history, Line line, String watch, String last, String secret) {
        boolean minted = history.bySecret().get(secret).stream().anyMatch(ReadFact::minted);
        String now = secret + "@" + history.version(secret, line.step());
        if (!minted && !now.equals(last)) {
            throw new Violation(
                    line.step(), secret, "Watch " + watch + " was told of " + last + " last, and it is " + now);
        }
    }

    // what was made for one read is like nothing else
    private static String content(History history, ReadFact read) {
        return read.minted()
                ? read.secret() + "!" + read.number()
                : read.secret() + "@"
                        + history.version(read.secret(), read.start().step());
    }
}
