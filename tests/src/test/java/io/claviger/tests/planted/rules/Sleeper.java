package io.claviger.tests.planted.rules;

import java.util.concurrent.TimeUnit;

public final class Sleeper {

    public void thread() throws InterruptedException {
        Thread.sleep(1);
    }

    public void threadWithNanos() throws InterruptedException {
        Thread.sleep(1, 1);
    }

    public void unit() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(1);
    }

    public Nap reference() {
        return Thread::sleep;
    }

    /** Has the shape of a sleep. */
    public interface Nap {
        void take(long millis) throws InterruptedException;
    }
}
