package io.claviger.internal.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The hash of a state. States are looked up and compared by it, so that the time which that takes says nothing about a
 * state that somebody tries to guess.
 */
final class StateKey {

    private final byte[] hash;

    private StateKey(byte[] hash) {
        this.hash = hash;
    }

    static StateKey of(String state) {
        try {
            return new StateKey(MessageDigest.getInstance("SHA-256").digest(state.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StateKey that && MessageDigest.isEqual(hash, that.hash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash);
    }
}
