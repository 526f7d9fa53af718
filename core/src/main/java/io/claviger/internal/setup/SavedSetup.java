package io.claviger.internal.setup;

import io.claviger.ConfigurationException;
import io.claviger.Setup;
import io.claviger.SetupStore;
import io.claviger.StoredSetup;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a store is known to hold. After a write that failed the store is asked what it holds now, so that a change is either
 * kept and made known or neither. Not safe for use by several threads.
 */
final class SavedSetup {

    private static final Logger LOG = LoggerFactory.getLogger(SavedSetup.class);

    private final SetupStore store;
    private String text = "";
    private @Nullable String revision;
    // what a write of unknown outcome would have saved
    private @Nullable String attempted;

    SavedSetup(SetupStore store) {
        this.store = store;
    }

    /** Reads what is there; nothing is an empty setup. */
    Setup load() {
        Optional<StoredSetup> stored = asked(store::load);
        stored.ifPresent(this::known);
        return stored.map(found -> Setup.parse(found.text())).orElse(Setup.empty());
    }

    /** Saves a setup, unless it is what the store holds anyway. */
    void save(Setup next) {
        String nextText = next.toText();
        if (attempted != null) {
            reconcile();
        }
        if (!nextText.equals(text)) {
            write(nextText);
        }
    }

    private void write(String nextText) {
        Optional<String> saved;
        try {
            saved = asked(() -> store.save(nextText, revision));
        } catch (ConfigurationException e) {
            attempted = nextText;
            if (keptAllTheSame(nextText)) {
                LOG.warn("The setup store holds the change, and says of it: {}", e.getMessage());
                return;
            }
            throw e;
        }
        known(new StoredSetup(nextText, saved.orElseThrow(SavedSetup::lost)));
    }

    // the store may have failed after it had written
    private boolean keptAllTheSame(String nextText) {
        try {
            reconcile();
        } catch (ConfigurationException e) {
            return false;
        }
        return text.equals(nextText);
    }

    private void reconcile() {
        StoredSetup now = asked(store::load).orElse(null);
        if (now == null && revision == null) {
            attempted = null;
            return;
        }
        if (now == null || !(now.text().equals(text) || now.text().equals(attempted))) {
            throw lost();
        }
        known(now);
    }

    private void known(StoredSetup stored) {
        text = stored.text();
        revision = stored.revision();
        attempted = null;
    }

    private static ConfigurationException lost() {
        return new ConfigurationException("Somebody else has changed the setup store since this manager read it."
                + " Build another manager to go on from what the store holds now.");
    }

    // the host's code: the text of what it throws goes no further
    @SuppressWarnings("CatchingUnchecked")
    private static <T> T asked(Supplier<T> question) {
        try {
            return Objects.requireNonNull(question.get());
        } catch (ConfigurationException e) {
            throw e;
        } catch (Throwable thrown) {
            throw new ConfigurationException(
                    "The setup store failed with " + thrown.getClass().getName() + ". Check what it writes to.");
        }
    }
}
