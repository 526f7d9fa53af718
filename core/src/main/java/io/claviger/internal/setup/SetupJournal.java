package io.claviger.internal.setup;

import io.claviger.ConfigurationException;
import io.claviger.Setup;
import io.claviger.SetupStore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Puts the changes of integrations and links in one order, and keeps each in the setup store, if there is one, before anybody
 * sees it: a change that cannot be kept does not take place.
 *
 * <p>Its lock is held while the store is written. Changes of the setup wait for it; reads of secrets never do.
 */
public final class SetupJournal {

    private final ReentrantLock lock = new ReentrantLock();
    private final @Nullable SavedSetup saved;
    // guarded by the lock; stays empty where nothing is kept
    private Setup current;

    private SetupJournal(@Nullable SavedSetup saved, Setup current) {
        this.saved = saved;
        this.current = current;
    }

    /**
     * Loads what the store holds.
     *
     * @param store the store; {@code null} to keep nothing
     * @return the journal
     * @throws ConfigurationException if the store cannot be read, or holds anything but a setup
     */
    public static SetupJournal open(@Nullable SetupStore store) {
        if (store == null) {
            return new SetupJournal(null, Setup.empty());
        }
        SavedSetup saved = new SavedSetup(store);
        return new SetupJournal(saved, saved.load());
    }

    /**
     * Returns what is kept.
     *
     * @return the setup as of the last change; empty if there is no store
     */
    public Setup current() {
        return exclusively(() -> current);
    }

    /**
     * Runs changes while nobody else makes any.
     *
     * @param work calls {@link #keep} or {@link #note}, and then makes the change known
     * @param <T> what it returns
     * @return what the work returned
     */
    public <T> T exclusively(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Keeps a change that is about to be made known. To be called within {@link #exclusively}.
     *
     * @param change gives the setup after it
     * @throws ConfigurationException if it cannot be kept: then it must not be made known
     */
    public void keep(UnaryOperator<Setup> change) {
        if (saved != null) {
            Setup next = change.apply(current);
            save(saved, next, "The change was not made.");
            current = next;
        }
    }

    /**
     * Notes a change that takes place whether or not it can be kept. To be called within {@link #exclusively}, and
     * {@link #catchUp} after it.
     *
     * @param change gives the setup after it
     */
    public void note(UnaryOperator<Setup> change) {
        if (saved != null) {
            current = change.apply(current);
        }
    }

    /**
     * Keeps what was noted.
     *
     * @throws ConfigurationException if it cannot be kept
     */
    public void catchUp() {
        exclusively(() -> {
            if (saved != null) {
                save(
                        saved,
                        current,
                        "The change took place, and would be undone by a restart: make it again once the store works.");
            }
            return Boolean.TRUE;
        });
    }

    private static void save(SavedSetup saved, Setup next, String consequence) {
        try {
            saved.save(next);
        } catch (ConfigurationException e) {
            throw new ConfigurationException(e.problems().get(0) + " " + consequence);
        }
    }
}
