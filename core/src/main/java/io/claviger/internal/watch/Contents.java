package io.claviger.internal.watch;

import com.google.common.hash.HashCode;
import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import io.claviger.Resolution;
import io.claviger.SecretValue;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * Tells whether content has changed without keeping it: by the vault's version, else by a digest whose key is this object's
 * own and random, so that it says nothing about the content to anybody else.
 */
final class Contents {

    private static final int KEY_BYTES = 32;

    private final HashFunction digests;

    Contents() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        this.digests = Hashing.hmacSha256(key);
    }

    /** What to remember of a value; empty if there is none. */
    Optional<Seen> of(Resolution resolution) {
        return resolution.value().map(value -> new Seen(place(resolution), digest(value)));
    }

    // a version says something only together with where it is from
    private static Optional<String> place(Resolution resolution) {
        return resolution.version().flatMap(version -> resolution.reference().map(where -> where + " " + version));
    }

    private HashCode digest(SecretValue value) {
        return digests.hashBytes(value.revealBytes());
    }

    /** What is remembered of a value. */
    record Seen(Optional<String> version, HashCode digest) {

        boolean sameAs(Seen other) {
            return (version.isPresent() && version.equals(other.version)) || digest.equals(other.digest);
        }
    }
}
