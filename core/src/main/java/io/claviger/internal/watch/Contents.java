package io.claviger.internal.watch;

import com.google.common.base.Suppliers;
import com.google.common.hash.HashCode;
import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import io.claviger.Resolution;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tells whether content has changed without keeping it: by a digest whose key is this object's own and random, so that it
 * says nothing about the content to anybody else. A version does not tell: another vault counts from one too.
 */
final class Contents {

    private static final int KEY_BYTES = 32;

    // made when the first watch needs it: random keys and their provider take their time, which a start does without
    private final Supplier<HashFunction> digests = Suppliers.memoize(Contents::keyed);

    private static HashFunction keyed() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return Hashing.hmacSha256(key);
    }

    /** What to remember of a value; empty if there is none. */
    Optional<HashCode> of(Resolution resolution) {
        return resolution.value().map(value -> digests.get().hashBytes(value.revealBytes()));
    }
}
