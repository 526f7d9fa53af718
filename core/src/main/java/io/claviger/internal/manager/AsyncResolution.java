package io.claviger.internal.manager;

import io.claviger.Resolution;
import io.claviger.SecretValue;
import io.claviger.internal.call.Waiter;
import io.claviger.internal.failure.Failures;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns a resolution that is under way into what an asynchronous caller is given: a value, or what resolving throws. */
final class AsyncResolution {

    private final Waiter waiter;
    private final Duration timeout;

    AsyncResolution(Waiter waiter, Duration timeout) {
        this.waiter = waiter;
        this.timeout = timeout;
    }

    CompletableFuture<SecretValue> of(String subject, Supplier<CompletableFuture<Resolution>> start) {
        CompletableFuture<SecretValue> given = new CompletableFuture<>();
        try {
            var unused = waiter.bounded(start.get(), timeout)
                    .whenComplete((resolution, thrown) -> give(given, resolution(subject, resolution, thrown)));
        } catch (RuntimeException refused) {
            given.completeExceptionally(refused);
        }
        return given;
    }

    private static Resolution resolution(String subject, @Nullable Resolution resolution, @Nullable Throwable thrown) {
        return resolution != null
                ? resolution
                : Failures.of(thrown == null ? new IllegalStateException() : thrown)
                        .resolution(subject, null);
    }

    private static void give(CompletableFuture<SecretValue> given, Resolution resolution) {
        try {
            given.complete(resolution.orElseThrow());
        } catch (RuntimeException unresolved) {
            given.completeExceptionally(unresolved);
        }
    }
}
