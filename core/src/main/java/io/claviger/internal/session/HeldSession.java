package io.claviger.internal.session;

import io.claviger.spi.Session;
import java.util.concurrent.TimeUnit;

/** A session and when its life began. */
final class HeldSession {

    private final Session session;
    private final long since;

    HeldSession(Session session, long since) {
        this.session = session;
        this.since = since;
    }

    Session session() {
        return session;
    }

    boolean validAt(long now) {
        return session.lifetime()
                .map(life -> now - since < TimeUnit.NANOSECONDS.convert(life))
                .orElse(true);
    }
}
