package io.claviger.simulation;

import io.claviger.simulation.DayLog.Line;
import io.claviger.simulation.Happening.Announced;
import io.claviger.simulation.Happening.Asked;
import io.claviger.simulation.Happening.Begun;
import io.claviger.simulation.Happening.Dropped;
import io.claviger.simulation.Happening.ExpirationSet;
import io.claviger.simulation.Happening.Managed;
import io.claviger.simulation.Happening.Minted;
import io.claviger.simulation.Happening.ReadEnded;
import io.claviger.simulation.Happening.ReadStarted;
import io.claviger.simulation.Happening.Rotated;
import io.claviger.simulation.Happening.Slept;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A day's log with everything in its place, for those who judge it. */
final class History {

    /** What a load may take until its last read begins. */
    static final Duration LONGEST_LOAD = Duration.ofSeconds(12);

    private final DayLog log;
    private final Map<Integer, ReadFact> reads = new TreeMap<>();
    private final Map<String, List<ReadFact>> bySecret = new TreeMap<>();
    private final Drops drops = new Drops();
    private final OpenWatches watches = new OpenWatches();
    private final TreeMap<Integer, Duration> expirations = new TreeMap<>();
    private final Map<Integer, Line> calls = new HashMap<>();
    private final Map<String, TreeSet<Integer>> asked = new HashMap<>();
    private final TreeSet<Integer> managed = new TreeSet<>();
    private final Map<String, TreeMap<Integer, Integer>> versions = new HashMap<>();
    private final List<Line> sleeps = new ArrayList<>();
    private Begun begun = new Begun(Duration.ofMinutes(60), Duration.ZERO, Duration.ZERO, 1, Duration.ofDays(30));

    private History(DayLog log) {
        this.log = log;
    }

    static History of(DayLog log) {
        History history = new History(log);
        log.lines().forEach(history::add);
        return history;
    }

    private void add(Line line) {
        Happening what = line.what();
        if (what instanceof ReadStarted started) {
            ReadFact read = new ReadFact(started.read(), started.secret(), started.session(), line);
            reads.put(started.read(), read);
            bySecret.computeIfAbsent(started.secret(), secret -> new ArrayList<>())
                    .add(read);
        } else if (what instanceof ReadEnded ended) {
            reads.get(ended.read()).ended(line, ended);
        } else if (what instanceof Announced announced) {
            reads.get(announced.read()).announced(announced.lifetime());
        } else if (what instanceof Minted minted) {
            reads.get(minted.read()).minted(minted.length());
        } else {
            addHosts(line, what);
        }
    }

    private void addHosts(Line line, Happening what) {
        watches.add(line.step(), what);
        if (what instanceof Asked call) {
            calls.put(call.call(), line);
            call.secret().ifPresent(secret -> asked.computeIfAbsent(secret, any -> new TreeSet<>())
                    .add(line.step()));
        } else if (what instanceof Dropped dropped) {
            drops.add(line, dropped);
        } else if (what instanceof Managed) {
            managed.add(line.step());
        } else if (what instanceof ExpirationSet set) {
            expirations.put(line.step(), set.expiration());
        } else if (what instanceof Begun day) {
            begun = day;
            expirations.put(line.step(), day.expiration());
        } else if (what instanceof Rotated rotated) {
            versions.computeIfAbsent(rotated.secret(), secret -> new TreeMap<>())
                    .put(line.step(), rotated.version());
        } else if (what instanceof Slept) {
            sleeps.add(line);
        }
    }

    DayLog log() {
        return log;
    }

    <T extends Happening> Stream<T> all(Class<T> kind) {
        return log.all(kind);
    }

    <T extends Happening> Stream<Line> lines(Class<T> kind) {
        return log.lines().stream().filter(line -> kind.isInstance(line.what()));
    }

    ReadFact read(int number) {
        return reads.get(number);
    }

    /** How long sessions may live at most. */
    Duration longestSession() {
        return begun.longestSession();
    }

    /** The reads of each secret, in the order in which they began. */
    Map<String, List<ReadFact>> bySecret() {
        return bySecret;
    }

    Drops drops() {
        return drops;
    }

    Begun policy() {
        return begun;
    }

    /** When a call was made, and for what. */
    Line call(int number) {
        return calls.get(number);
    }

    /** The expiration in force at a step. */
    long expiration(int step) {
        return expirations.floorEntry(step).getValue().toNanos();
    }

    /** The shortest expiration in force between two steps. */
    long shortestExpiration(int from, int to) {
        return expirations.subMap(from, false, to, true).values().stream()
                .mapToLong(Duration::toNanos)
                .reduce(expiration(from), Math::min);
    }

    /** Whether anybody asked for a secret between two steps. */
    boolean asked(String secret, int from, int to) {
        return any(asked.getOrDefault(secret, new TreeSet<>()), from, to);
    }

    /** Whether the manager was told anything between two steps. */
    boolean managed(int from, int to) {
        return any(managed, from, to);
    }

    /** How often the manager was told something shortly before a read. */
    int managedLately(ReadFact read, Duration lately) {
        int to = read.start().step();
        return managed.subSet(stepBefore(read.start(), lately), true, to, true).size();
    }

    private static boolean any(NavigableSet<Integer> steps, int from, int to) {
        return from <= to && !steps.subSet(from, true, to, true).isEmpty();
    }

    /** A step at which a read's load had not begun yet: it may have waited for a login, or tried before. */
    int beforeLoad(ReadFact read) {
        return stepBefore(read.start(), LONGEST_LOAD);
    }

    /** The least that the library may take to have passed of the day when a read's load began. */
    long loadBegan(ReadFact read) {
        return mostBefore(read.start(), LONGEST_LOAD);
    }

    /** The least that the library may take to have passed of the day when it began something that a vault saw later. */
    long mostBefore(Line line, Duration delay) {
        long begun = log.line(stepBefore(line, delay)).at().most();
        return Math.min(begun, line.at().most() - delay.toNanos());
    }

    private int stepBefore(Line line, Duration delay) {
        long from = line.at().awake() - delay.toNanos();
        int step = line.step();
        while (step > 0 && log.line(step - 1).at().awake() >= from) {
            step--;
        }
        return step;
    }

    /** The version that a secret had at a step. */
    int version(String secret, int step) {
        Map.Entry<Integer, Integer> last =
                versions.getOrDefault(secret, new TreeMap<>()).floorEntry(step);
        return last == null ? 1 : last.getValue();
    }

    /** How many watches there are on a secret when a read of it begins, or were a moment before. */
    int watches(ReadFact read) {
        return watches.most(read.secret(), beforeLoad(read), read.start().step());
    }

    /** How long the machine has been asleep in the last moments that it was awake. */
    long asleepLately(Moment now, long lately) {
        return sleeps.stream()
                .filter(line ->
                        line.at().awake() >= now.awake() - lately && line.at().awake() <= now.awake())
                .mapToLong(line -> ((Slept) line.what()).duration().toNanos())
                .sum();
    }
}
