package io.claviger.provider.local.internal.store;

import io.claviger.spi.Call;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Derives the keys of a vault once, and again when the vault was made anew or got other credentials. */
final class KeyHolder {

    private final FileTrouble trouble;
    private final SecureRandom random;
    // a derivation takes tens of megabytes: one at a time
    private final ReentrantLock deriving = new ReentrantLock();
    private volatile KeySource source;
    private volatile @Nullable VaultKeys held;

    KeyHolder(KeySource source, SecureRandom random, FileTrouble trouble) {
        this.source = source;
        this.random = random;
        this.trouble = trouble;
    }

    /** Returns the keys that open a file with this header, or says why there are none. */
    VaultKeys unlock(Header header, Call call) {
        VaultKeys keys = keys(header.identity(), call);
        if (!keys.fit(header)) {
            throw trouble.wrongKey(source.word());
        }
        return keys;
    }

    /** Makes keys for a vault that does not exist yet. */
    VaultKeys fresh() {
        return VaultKeys.derive(source, Identity.fresh(source.derivation(), random));
    }

    /** Makes keys from other credentials for a vault that exists. */
    VaultKeys rekeyed(Identity vault, KeySource other) {
        return VaultKeys.derive(other, vault.rekeyed(other.derivation(), random));
    }

    void replace(KeySource other, VaultKeys keys) {
        source = other;
        held = keys;
    }

    void forget() {
        held = null;
    }

    private VaultKeys keys(Identity identity, Call call) {
        VaultKeys known = held;
        return known != null && known.identity().equals(identity) ? known : derive(identity, call);
    }

    private VaultKeys derive(Identity identity, Call call) {
        source.checkFits(identity.derivation(), trouble);
        acquire(call);
        try {
            VaultKeys other = held;
            if (other != null && other.identity().equals(identity)) {
                return other;
            }
            VaultKeys derived = VaultKeys.derive(source, identity);
            held = derived;
            return derived;
        } finally {
            deriving.unlock();
        }
    }

    private void acquire(Call call) {
        try {
            if (!deriving.tryLock(call.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
                throw trouble.busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw trouble.cancelled();
        }
    }
}
