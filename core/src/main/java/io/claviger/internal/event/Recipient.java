package io.claviger.internal.event;

import io.claviger.event.VaultEvent;
import io.claviger.event.VaultEventListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A listener whose failures are its own, and are logged when they begin and when they end. Used by one thread at a time. */
final class Recipient {

    private static final Logger LOG = LoggerFactory.getLogger(Recipient.class);

    private final VaultEventListener listener;
    private boolean failing;

    Recipient(VaultEventListener listener) {
        this.listener = listener;
    }

    // the host's code: whatever it throws, the others are told all the same
    @SuppressWarnings("CatchingUnchecked")
    void tell(VaultEvent event) {
        try {
            listener.on(event);
            worked();
        } catch (Throwable thrown) {
            failed(thrown);
        }
    }

    private void worked() {
        if (failing) {
            failing = false;
            LOG.info("The listener {} works again", listener.getClass().getName());
        }
    }

    private void failed(Throwable thrown) {
        if (!failing) {
            failing = true;
            LOG.warn(
                    "The listener {} failed with {}; further failures are not logged until it works again",
                    listener.getClass().getName(),
                    thrown.getClass().getName());
        }
    }
}
