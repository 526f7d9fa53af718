package io.claviger.internal.setup;

import io.claviger.Link;
import io.claviger.SecretReference;
import io.claviger.Setup;
import io.claviger.SetupStore;
import io.claviger.StoredSetup;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A program that saves setups until it is killed. */
final class SetupWriterProcess {

    private SetupWriterProcess() {}

    public static void main(String[] arguments) {
        SetupStore store = SetupStore.file(Path.of(arguments[0]));
        Optional<String> revision = store.load().map(StoredSetup::revision);
        for (int i = 0; i < 1_000_000; i++) {
            revision = store.save(setup(i % 50).toText(), revision.orElse(null));
        }
    }

    static Setup setup(int links) {
        return Setup.of(
                List.of(),
                IntStream.rangeClosed(0, links)
                        .mapToObj(i -> Link.of("name-" + i, SecretReference.of("team", "path", "of", "link-" + i)))
                        .toList());
    }
}
