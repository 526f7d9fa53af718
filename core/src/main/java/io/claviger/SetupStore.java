package io.claviger;

import io.claviger.internal.setup.FileSetupStore;
import io.claviger.internal.setup.MemorySetupStore;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a manager keeps its {@link Setup} from one start of the host to the next: a text and a revision.
 *
 * <p>One manager writes to a store at a time; a second one is refused as soon as the first has written. What an
 * implementation throws reaches nobody as it is, unless it is a {@link ConfigurationException}. Safe for use by several
 * threads.
 */
public interface SetupStore {

    /**
     * Returns what was saved last.
     *
     * @return the text and its revision; empty if nothing was ever saved
     * @throws ConfigurationException if it cannot be read
     */
    Optional<StoredSetup> load();

    /**
     * Saves a text, if nobody else has saved one meanwhile. When this returns, the text outlives the process; if the
     * process ends before, the former text is there or the new one, complete.
     *
     * @param text the text
     * @param expected the revision that it comes from; {@code null} if nothing was saved before
     * @return the new revision; empty if the store holds another revision than expected, and nothing was saved
     * @throws ConfigurationException if it cannot be written
     */
    Optional<String> save(String text, @Nullable String expected);

    /**
     * Returns a store that ends with the process, for tests.
     *
     * @return an empty store
     */
    static SetupStore inMemory() {
        return new MemorySetupStore();
    }

    /**
     * Returns a store in a file, which only the user that runs the process can read. Writers take turns, in this process
     * and others, by a lock on {@code <file>.lock}.
     *
     * @param file the file; its directory must exist; a symbolic link is not followed
     * @return a store that does not touch the file yet
     */
    static SetupStore file(Path file) {
        return new FileSetupStore(file);
    }
}
