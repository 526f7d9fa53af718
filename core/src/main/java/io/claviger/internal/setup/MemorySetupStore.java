package io.claviger.internal.setup;

import io.claviger.SetupStore;
import io.claviger.StoredSetup;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A setup store that ends with the process. */
public final class MemorySetupStore implements SetupStore {

    private final AtomicReference<@Nullable StoredSetup> stored = new AtomicReference<>();

    /** Creates an empty store. */
    public MemorySetupStore() {}

    @Override
    public Optional<StoredSetup> load() {
        return Optional.ofNullable(stored.get());
    }

    @Override
    public Optional<String> save(String text, @Nullable String expected) {
        StoredSetup before = stored.get();
        String revision = before == null ? null : before.revision();
        if (expected == null ? revision != null : !expected.equals(revision)) {
            return Optional.empty();
        }
        StoredSetup after =
                new StoredSetup(text, Integer.toString(revision == null ? 1 : 1 + Integer.parseInt(revision)));
        return stored.compareAndSet(before, after) ? Optional.of(after.revision()) : Optional.empty();
    }
}
