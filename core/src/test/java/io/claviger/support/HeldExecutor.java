package io.claviger.support;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/** Runs tasks on the calling thread, until a test has it hold them back: then calls to vaults are under way. */
public final class HeldExecutor implements Executor {

    private final Queue<Runnable> held = new ConcurrentLinkedQueue<>();
    private volatile boolean holding;

    @Override
    public void execute(Runnable task) {
        if (holding) {
            held.add(task);
        } else {
            task.run();
        }
    }

    public void hold() {
        holding = true;
    }

    /** How many tasks wait. */
    public int held() {
        return held.size();
    }

    /** Runs what was held back, in its order, and holds no more. */
    public void release() {
        holding = false;
        for (Runnable task = held.poll(); task != null; task = held.poll()) {
            task.run();
        }
    }
}
