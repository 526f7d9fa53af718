package io.claviger.simulation;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;

/**
 * Runs tasks on the simulation's only thread, each a little later, so that they overtake each other. While an operation is
 * under way that waits for its tasks, they run at once.
 */
final class SimulatedExecutor implements Executor {

    private static final int LONGEST_QUEUE_MILLIS = 40;
    private static final int RARELY = 50;
    private static final int LONGEST_STALL_MILLIS = 2_000;

    private final SimulatedTime time;
    private final SplittableRandom random;
    private boolean atOnce;
    private int waiting;

    SimulatedExecutor(SimulatedTime time, SplittableRandom random) {
        this.time = time;
        this.random = random;
    }

    @Override
    public void execute(Runnable task) {
        if (atOnce) {
            task.run();
        } else {
            int longest = random.nextInt(RARELY) == 0 ? LONGEST_STALL_MILLIS : LONGEST_QUEUE_MILLIS;
            waiting++;
            time.after(Duration.ofMillis(random.nextInt(longest)), () -> {
                waiting--;
                task.run();
            });
        }
    }

    /** Lets everything end that was begun. */
    void drain() {
        while (waiting > 0) {
            time.pass(Duration.ofMillis(LONGEST_QUEUE_MILLIS));
        }
    }

    /** Does what waits for tasks of its own. */
    void blocking(Runnable operation) {
        with(true, operation);
    }

    /** Does what may go on in the middle of such an operation. */
    void meanwhile(Runnable events) {
        with(false, events);
    }

    private void with(boolean now, Runnable work) {
        boolean before = atOnce;
        atOnce = now;
        try {
            work.run();
        } finally {
            atOnce = before;
        }
    }
}
