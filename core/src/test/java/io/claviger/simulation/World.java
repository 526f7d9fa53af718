package io.claviger.simulation;

import io.claviger.SecretValue;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.SplittableRandom;

/** What the vaults and the host of a simulated day share: its time, its chance, its log. */
final class World {

    // calls within calls: deep enough for every overtaking, and bounded
    private static final int DEEPEST = 4;

    private final SplittableRandom random;
    private final SimulatedTime time = new SimulatedTime();
    private final SimulatedExecutor executor;
    private final DayLog log = new DayLog();
    private final IdentityHashMap<SecretValue, Integer> readOf = new IdentityHashMap<>();
    private int depth;
    private int sessions;
    private int reads;
    private int leases;
    private long upstreamCalls;

    World(SplittableRandom random) {
        this.random = random;
        this.executor = new SimulatedExecutor(time, random.split());
    }

    SplittableRandom random() {
        return random;
    }

    SimulatedTime time() {
        return time;
    }

    SimulatedExecutor executor() {
        return executor;
    }

    DayLog log() {
        return log;
    }

    int log(Happening what) {
        return log.add(time.moment(), what);
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    Duration millis(int most) {
        return Duration.ofMillis(1 + random.nextInt(most));
    }

    int nextSession() {
        return sessions++;
    }

    int nextRead() {
        return reads++;
    }

    int nextLease() {
        return leases++;
    }

    /** A value that a read brings. Those of one version are equal in content, as in a real vault. */
    SecretValue value(String text, int read) {
        SecretValue value = SecretValue.ofText(text);
        readOf.put(value, read);
        return value;
    }

    /** Which read brought a value: that is known by its identity. */
    int readOf(SecretValue value) {
        return readOf.get(value);
    }

    long upstreamCalls() {
        return upstreamCalls;
    }

    /** A vault takes its time: usually next to none, sometimes more than anybody waits. Much may happen meanwhile. */
    void answering() {
        upstreamCalls++;
        if (depth < DEEPEST && oneIn(5)) {
            depth++;
            Duration duration = millis(oneIn(12) ? 14_000 : 300);
            executor.meanwhile(() -> time.pass(duration));
            depth--;
        }
        // a deadline that passed meanwhile has interrupted the only thread there is
        var unused = Thread.interrupted();
    }
}
