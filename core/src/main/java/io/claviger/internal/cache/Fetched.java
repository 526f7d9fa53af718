package io.claviger.internal.cache;

import io.claviger.SecretSnapshot;
import org.jspecify.annotations.Nullable;

/** What a read gave to those who waited for it. Prints nothing of it. */
public final class Fetched {

    /** The read was overtaken by a reset or disconnect: what it gave is void, ask again. */
    static final Fetched VOID = new Fetched(null, null, false);

    private final @Nullable SecretSnapshot snapshot;
    private final @Nullable Entry entry;
    private final boolean stale;

    private Fetched(@Nullable SecretSnapshot snapshot, @Nullable Entry entry, boolean stale) {
        this.snapshot = snapshot;
        this.entry = entry;
        this.stale = stale;
    }

    static Fetched cached(SecretSnapshot snapshot, Entry entry) {
        return new Fetched(snapshot, entry, false);
    }

    static Fetched uncached(SecretSnapshot snapshot) {
        return new Fetched(snapshot, null, false);
    }

    static Fetched stale(SecretSnapshot snapshot, Entry entry) {
        return new Fetched(snapshot, entry, true);
    }

    /**
     * Returns the secret.
     *
     * @return the secret, or {@code null} if the read was overtaken: ask again
     */
    public @Nullable SecretSnapshot snapshot() {
        return snapshot;
    }

    /**
     * Returns where the secret is cached.
     *
     * @return the entry, or {@code null} if it may not be cached
     */
    public @Nullable Entry entry() {
        return entry;
    }

    /**
     * Tells whether the secret has outlived its expiration.
     *
     * @return {@code true} if it is served only because its vault cannot be reached
     */
    public boolean stale() {
        return stale;
    }
}
