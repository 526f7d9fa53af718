package io.claviger.provider.local.internal.store;

import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The highest revision of each vault that this process has seen, so that an older copy put in its place is noticed.
 *
 * <p>Kept for the process rather than for an open vault: opening the file again must not make it forget. Only what
 * was authenticated is recorded.
 */
final class Revisions {

    static final long DESTROYED = Long.MAX_VALUE;

    private static final ConcurrentMap<ByteBuffer, Long> HIGHEST = new ConcurrentHashMap<>();

    private Revisions() {}

    static long highest(Identity identity) {
        return HIGHEST.getOrDefault(identity.key(), 0L);
    }

    static void saw(Identity identity, long revision) {
        HIGHEST.merge(identity.key(), revision, Math::max);
    }
}
