package io.claviger.simulation;

import io.claviger.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The clocks of a simulated day and everything that is to happen in it, in order. One thread moves it; whatever happens
 * may move it on itself, as a vault does that takes its time to answer.
 */
final class SimulatedTime implements TimeSource {

    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

    /** What an impatient caller waits: its deadline passes at once. */
    static final Duration IMPATIENCE = Duration.ofNanos(1);

    // the monotonic clock overflows in the middle of the first hour, as it may
    private final long origin = Long.MAX_VALUE - Duration.ofMinutes(30).toNanos();
    private final TreeMap<Turn, Runnable> turns = new TreeMap<>();
    private long numbered;
    private long awake;
    private long asleep;
    private long ahead;
    private Duration wallShift = Duration.ZERO;
    private boolean impatient;
    private long wakeUps;

    /** When something happens, and the order among what happens at the same time. */
    private record Turn(long at, long number) implements Comparable<Turn> {
        @Override
        public int compareTo(Turn other) {
            int byTime = Long.compare(at, other.at);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    @Override
    public long nanoTime() {
        return origin + awake;
    }

    @Override
    public Instant now() {
        return START.plusNanos(awake).plus(wallShift);
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        if (impatient && delay.equals(IMPATIENCE)) {
            task.run();
            return () -> {};
        }
        Turn turn = plan(Math.max(0, delay.toNanos()), () -> {
            wakeUps++;
            task.run();
        });
        return () -> turns.remove(turn);
    }

    /** Has something happen later that is no timer of the library. */
    void after(Duration delay, Runnable event) {
        plan(delay.toNanos(), event);
    }

    private Turn plan(long delay, Runnable event) {
        Turn turn = new Turn(awake + delay, numbered++);
        turns.put(turn, event);
        return turn;
    }

    /** Does something whose waits all end at once: on the only thread there is, nobody would end them. */
    <T> T impatiently(Supplier<T> call) {
        impatient = true;
        try {
            return call.get();
        } finally {
            impatient = false;
        }
    }

    /** Lets time pass, and happen what falls due on the way. */
    void pass(Duration duration) {
        long end = awake + duration.toNanos();
        boolean waiting = impatient;
        impatient = false;
        while (!turns.isEmpty() && turns.firstKey().at <= end) {
            Map.Entry<Turn, Runnable> next = turns.pollFirstEntry();
            awake = Math.max(awake, next.getKey().at);
            next.getValue().run();
        }
        awake = Math.max(awake, end);
        impatient = waiting;
    }

    void suspend(Duration duration) {
        asleep += duration.toNanos();
        wallShift = wallShift.plus(duration);
    }

    void setWall(Duration shift) {
        wallShift = wallShift.plus(shift);
        ahead += Math.max(0, shift.toNanos());
    }

    Moment moment() {
        return new Moment(awake, asleep, ahead);
    }

    long wakeUps() {
        return wakeUps;
    }
}
