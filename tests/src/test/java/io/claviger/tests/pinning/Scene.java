package io.claviger.tests.pinning;

import io.claviger.IntegrationManager;
import io.claviger.SecretReference;
import io.claviger.SecretResolver;
import io.claviger.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A host whose callers and reads are all virtual threads, and whose vault keeps them waiting. */
final class Scene implements AutoCloseable {

    private static final long LIMIT_SECONDS = 60;

    final LoopbackVault vault = new LoopbackVault();
    private final ExecutorService threads = VirtualThreads.create();
    private final IntegrationManager vaults = IntegrationManager.builder()
            .discovery(false)
            .provider(vault)
            .executor(threads)
            .readsAtOnce(1_000)
            .timeout(Duration.ofSeconds(LIMIT_SECONDS))
            .build();

    Scene() {
        vaults.connect("team", "loopback", Settings.empty());
    }

    /**
     * Has callers resolve names at once, each the one that its number gives, and lets the vault answer when all have
     * come and so many reads have reached it.
     */
    List<String> resolve(int callers, Function<Integer, String> nameOf, int reads) throws Exception {
        link(callers, nameOf);
        SecretResolver secrets = vaults.resolver();
        CountDownLatch arrived = new CountDownLatch(callers);
        List<Future<String>> values = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            String name = nameOf.apply(i);
            values.add(threads.submit(() -> {
                arrived.countDown();
                return secrets.resolve(name).revealText();
            }));
        }
        awaitUntil(() -> arrived.getCount() == 0 && vault.reads() >= reads);
        vault.answer();
        List<String> resolved = new ArrayList<>();
        for (Future<String> value : values) {
            resolved.add(value.get(LIMIT_SECONDS, TimeUnit.SECONDS));
        }
        return resolved;
    }

    private void link(int callers, Function<Integer, String> nameOf) {
        IntStream.range(0, callers)
                .boxed()
                .map(nameOf)
                .distinct()
                .forEach(name -> vaults.link(name, SecretReference.of("team", name)));
    }

    /** Yields to other threads until they have brought about a condition. */
    // yielding only saves time here: the outcome does not depend on it
    @SuppressWarnings("ThreadPriorityCheck")
    static void awaitUntil(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("the condition never came true");
            }
            Thread.yield();
        }
    }

    @Override
    public void close() {
        vaults.close();
        vault.close();
        threads.shutdownNow();
    }
}
