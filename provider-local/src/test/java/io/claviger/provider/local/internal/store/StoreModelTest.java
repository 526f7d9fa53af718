package io.claviger.provider.local.internal.store;

import static io.claviger.provider.local.internal.store.Fixtures.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.SecretValue;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random changes by two open vaults, some of which crash, against a plain map. */
class StoreModelTest {

    private static final int STEPS = 150;

    @TempDir
    Path directory;

    private final Map<String, String> model = new TreeMap<>();
    private FileStore[] stores = {};
    private Path file = Path.of("unset");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void store_randomChangesAndCrashes_holdsWhatTheModelHolds(long seed) {
        Random random = new Random(seed);
        file = directory.resolve("team.vault");
        stores = new FileStore[] {Fixtures.store(file), Fixtures.store(file)};
        for (int step = 0; step < STEPS; step++) {
            change(random);
            assertThat(held(stores[random.nextInt(2)])).as("step " + step).isEqualTo(model);
        }
        assertThat(held(Fixtures.store(file))).isEqualTo(model);
    }

    private void change(Random random) {
        FileStore store = stores[random.nextInt(2)];
        String name = "n" + random.nextInt(8);
        String value = "v" + random.nextInt();
        switch (random.nextInt(12)) {
            case 0 -> destroy(store);
            case 1, 2, 3 -> unset(store, name);
            case 4, 5, 6 -> crash(name, value, random.nextInt(6));
            default -> set(store, name, value);
        }
    }

    private void destroy(FileStore store) {
        store.destroy(call());
        model.clear();
    }

    private void unset(FileStore store, String name) {
        Optional<Entry> before =
                store.change(contents -> contents.without(name), call()).entry(name);
        assertThat(before.isPresent()).isEqualTo(model.remove(name) != null);
    }

    private void set(FileStore store, String name, String value) {
        Fixtures.set(store, name, value);
        model.put(name, value);
    }

    private void crash(String name, String value, int steps) {
        FileStore dying = new FileStore(file, Fixtures.key(), new CrashingDisk(steps, Integer.MAX_VALUE));
        try {
            dying.change(contents -> contents.with(name, SecretValue.ofText(value)), call());
        } catch (CrashingDisk.Crash e) {
            assertThat(steps).isLessThan(5);
        }
        // created, written, forced, renamed: from then on it is the new one
        if (steps >= 4) {
            model.put(name, value);
        }
    }

    private static Map<String, String> held(FileStore store) {
        return store.contents(call()).entries().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().value().revealText()));
    }
}
