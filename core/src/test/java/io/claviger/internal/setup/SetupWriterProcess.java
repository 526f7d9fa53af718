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

/** A program that saves one setup after another until it is killed, and says of each, once it is saved, which it was. */
final class SetupWriterProcess {

    private static final int SIZES = 50;

    private SetupWriterProcess() {}

    public static void main(String[] arguments) {
        SetupStore store = SetupStore.file(Path.of(arguments[0]));
        Optional<String> revision = store.load().map(StoredSetup::revision);
        for (int version = Integer.parseInt(arguments[1]); ; version++) {
            revision = store.save(setup(version).toText(), revision.orElse(null));
            System.out.println(version);
            System.out.flush();
        }
    }

    /** A setup that tells its version, of another size than those before and after it. */
    static Setup setup(int version) {
        return Setup.of(
                List.of(),
                IntStream.rangeClosed(0, version % SIZES)
                        .mapToObj(
                                i -> Link.of("name-" + i, SecretReference.of("team", "version-" + version, "of-" + i)))
                        .toList());
    }

    static int version(Setup setup) {
        String segment = setup.links().get(0).reference().path().get(0);
        return Integer.parseInt(segment.substring("version-".length()));
    }
}
