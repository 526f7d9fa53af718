package io.claviger.tests.pinning;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Virtual threads, for code that is compiled for a Java without them. */
final class VirtualThreads {

    private VirtualThreads() {}

    /** Returns an executor that starts a virtual thread for each task. */
    static ExecutorService create() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Java has no virtual threads", e);
        }
    }
}
