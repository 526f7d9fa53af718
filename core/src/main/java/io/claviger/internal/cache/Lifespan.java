package io.claviger.internal.cache;

import io.claviger.CachePolicy;
import io.claviger.SecretLease;
import io.claviger.SecretSnapshot;
import io.claviger.internal.time.Nanos;
import io.claviger.internal.time.Spread;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long the vault lets a secret last: until an announced deletion, and as long as its lease, which may be renewed (C9).
 * Times are in nanoseconds after the fetch.
 */
final class Lifespan {

    static final long NEVER = Long.MAX_VALUE;

    private static final double RENEWAL = 2.0 / 3;
    private static final double SPREAD = 0.05;
    // what is left of a lease when it makes no sense to try again
    private static final long TOO_LATE = Duration.ofSeconds(1).toNanos();

    private final @Nullable SecretLease lease;
    private final long announcedEnd;
    private final int key;
    private volatile long leaseEnd;
    private volatile long renewAt;

    Lifespan(SecretSnapshot snapshot, int key) {
        this.key = key;
        this.announcedEnd = snapshot.lifetime().map(Nanos::of).orElse(NEVER);
        this.lease = snapshot.lease().orElse(null);
        this.leaseEnd = lease == null ? NEVER : Nanos.of(lease.length());
        this.renewAt = lease != null && lease.renewable() ? renewal(0, leaseEnd) : NEVER;
    }

    private long renewal(long from, long to) {
        return from + (long) ((to - from) * RENEWAL * Spread.around(SPREAD, key, to));
    }

    @Nullable
    SecretLease lease() {
        return lease;
    }

    /** The times that a policy gives to this secret. */
    Term term(CachePolicy policy) {
        // a lease that is still being renewed is no reason to read again
        long untilRead = renewAt == NEVER ? end() : announcedEnd;
        return Term.of(policy, end(), untilRead, key);
    }

    private long end() {
        return Math.min(announcedEnd, leaseEnd);
    }

    /** When the lease is to be renewed, if the secret is to last as long as the policy wants. */
    long renewAt(CachePolicy policy) {
        long wanted = Math.min(policy.expiration().toNanos(), announcedEnd);
        return leaseEnd < wanted ? renewAt : NEVER;
    }

    /** A renewal is under way. */
    void renewing() {
        renewAt = NEVER - 1;
    }

    void renewed(long age, Duration length) {
        long until = age + Nanos.of(length);
        boolean longer = until - leaseEnd >= TOO_LATE;
        leaseEnd = Math.max(leaseEnd, until);
        renewAt = longer ? renewal(age, leaseEnd) : NEVER;
    }

    void notRenewed() {
        renewAt = NEVER;
    }

    /** The vault could not answer: half of what is left is waited before it is asked again. */
    void renewalFailed(long age) {
        long left = leaseEnd - age;
        renewAt = left > TOO_LATE ? age + left / 2 : NEVER;
    }
}
