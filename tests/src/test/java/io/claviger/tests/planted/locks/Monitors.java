package io.claviger.tests.planted.locks;

public final class Monitors {

    private final Object lock = new Object();
    private int count;

    public synchronized int method() {
        return count;
    }

    public int block() {
        synchronized (lock) {
            return count;
        }
    }

    public int none() {
        return count;
    }
}
