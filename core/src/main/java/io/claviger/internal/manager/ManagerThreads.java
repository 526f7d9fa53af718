package io.claviger.internal.manager;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of a manager: daemons that end when idle. */
final class ManagerThreads {

    private static final int MOST_READS = 32;
    private static final int MOST_WAITING = 10_000;
    private static final long IDLE_SECONDS = 10;

    private ManagerThreads() {}

    /** Threads that read vaults, unless the host brings its own. */
    static ExecutorService forReads() {
        return create("claviger-read-", MOST_READS);
    }

    /** One thread that records what is to be audited: it must not wait for those that wait for it. */
    static ExecutorService forAudit() {
        return create("claviger-audit-", 1);
    }

    private static ExecutorService create(String prefix, int most) {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                most, most, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), task -> {
                    Thread thread = new Thread(task, prefix + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }
}
