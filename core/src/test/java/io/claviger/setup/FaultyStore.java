package io.claviger.setup;

import io.claviger.Setup;
import io.claviger.SetupStore;
import io.claviger.StoredSetup;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A store that fails when a test says so: before it has written, or after. */
final class FaultyStore implements SetupStore {

    private final SetupStore store = SetupStore.inMemory();
    volatile boolean failing;
    volatile boolean failingLate;
    volatile boolean unreadable;
    volatile Runnable beforeSave = () -> {};
    final AtomicInteger saves = new AtomicInteger();

    @Override
    public Optional<StoredSetup> load() {
        if (unreadable) {
            throw new IllegalStateException("canary-of-the-store");
        }
        return store.load();
    }

    @Override
    public Optional<String> save(String text, @Nullable String expected) {
        beforeSave.run();
        if (failing) {
            throw new IllegalStateException("canary-of-the-store");
        }
        Optional<String> saved = store.save(text, expected);
        saves.incrementAndGet();
        if (failingLate) {
            throw new IllegalStateException("canary-of-the-store");
        }
        return saved;
    }

    Setup setup() {
        return store.load().map(stored -> Setup.parse(stored.text())).orElse(Setup.empty());
    }
}
