package io.claviger.tests.planted.initialisers;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

public final class WaitsInLambda {

    public static final Optional<CountDownLatch> LATCH = Stream.of(new CountDownLatch(1))
            .peek(latch -> {
                try {
                    latch.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            })
            .findFirst();

    private WaitsInLambda() {}
}
