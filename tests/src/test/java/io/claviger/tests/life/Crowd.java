package io.claviger.tests.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.ClavigerException;
import io.claviger.UnresolvedException;
import io.claviger.tests.Waiting;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Threads that resolve, one time after another, until they are told to stop. Calls are counted by when they began. */
final class Crowd implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 30_000;

    private final AtomicReference<Era> era = new AtomicReference<>();
    private final List<Thread> threads;
    private volatile boolean stopped;

    /**
     * Has threads resolve.
     *
     * @param size how many
     * @param resolve gives what the thread of a number resolves now, or throws
     */
    Crowd(int size, IntFunction<String> resolve) {
        era.set(new Era(size));
        threads = IntStream.range(0, size)
                .mapToObj(number -> new Thread(() -> keepOn(number, resolve), "crowd-" + number))
                .toList();
        threads.forEach(Thread::start);
    }

    // yielding only lets others in: the outcome does not depend on it
    @SuppressWarnings("ThreadPriorityCheck")
    private void keepOn(int number, IntFunction<String> resolve) {
        while (!stopped) {
            Era begun = era.get();
            begun.note(number, outcome(() -> resolve.apply(number)));
            Thread.yield();
        }
    }

    private static Object outcome(Resolving call) {
        try {
            return call.resolve();
        } catch (UnresolvedException e) {
            return e.reason();
        } catch (ClavigerException | IllegalStateException e) {
            return e.getClass();
        }
    }

    /** From now on: what calls end with that begin after this. */
    Era next() {
        Era next = new Era(threads.size());
        era.set(next);
        return next;
    }

    /** What ends here has ended: a thread that does not is one that hangs. */
    @Override
    public void close() {
        stopped = true;
        for (Thread thread : threads) {
            try {
                thread.join(PATIENCE_MILLIS);
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted", e);
            }
            assertThat(thread.isAlive()).as("%s hangs", thread.getName()).isFalse();
        }
    }

    /** The calls that began in one part of a test. */
    static final class Era {

        private final Map<Integer, Map<Object, Integer>> outcomes = new ConcurrentHashMap<>();
        private final AtomicIntegerArray calls;

        Era(int size) {
            calls = new AtomicIntegerArray(size);
        }

        private void note(int number, Object outcome) {
            outcomes.computeIfAbsent(number, key -> new ConcurrentHashMap<>()).merge(outcome, 1, Integer::sum);
            calls.incrementAndGet(number);
        }

        /** Waits until every thread is through with some calls. */
        Era awaitEverybody(int times) {
            Waiting.until(() -> IntStream.range(0, calls.length()).allMatch(number -> calls.get(number) >= times));
            return this;
        }

        /** What the calls of a thread ended with: values, reasons, types of other exceptions. */
        Map<Object, Integer> of(int number) {
            return Map.copyOf(outcomes.getOrDefault(number, Map.of()));
        }
    }

    @FunctionalInterface
    private interface Resolving {
        String resolve();
    }
}
