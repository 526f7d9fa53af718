package io.claviger.testkit.canary;

import io.claviger.SetupStore;
import io.claviger.StoredSetup;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows what goes through a store of setups to a canary. */
final class WatchedSetupStore implements SetupStore {

    private final SetupStore store;
    private final Evidence evidence;

    WatchedSetupStore(SetupStore store, Evidence evidence) {
        this.store = store;
        this.evidence = evidence;
    }

    @Override
    public Optional<StoredSetup> load() {
        Optional<StoredSetup> stored = store.load();
        stored.ifPresent(setup -> {
            evidence.add("a loaded setup", setup.text());
            evidence.add("the revision of a setup", setup.revision());
        });
        return stored;
    }

    @Override
    public Optional<String> save(String text, @Nullable String expected) {
        evidence.add("a saved setup", text);
        Optional<String> revision = store.save(text, expected);
        revision.ifPresent(given -> evidence.add("the revision of a setup", given));
        return revision;
    }
}
