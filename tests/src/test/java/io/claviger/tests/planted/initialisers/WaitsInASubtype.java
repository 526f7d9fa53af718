package io.claviger.tests.planted.initialisers;

import java.util.concurrent.CompletableFuture;

public final class WaitsInASubtype {

    static {
        step().take(new CompletableFuture<>());
    }

    private WaitsInASubtype() {}

    private static Step step() {
        return new Patient();
    }

    public interface Step {
        void take(CompletableFuture<Void> future);
    }

    public static final class Patient implements Step {
        @Override
        public void take(CompletableFuture<Void> future) {
            var unused = future.join();
        }
    }
}
