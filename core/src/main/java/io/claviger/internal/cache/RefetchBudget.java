package io.claviger.internal.cache;

import io.claviger.SecretSnapshot;
import java.time.Duration;

/**
 * How often a secret that services refuse is read again because of that: every 5 seconds, doubling up to 5 minutes while
 * the vault keeps giving the same. Immutable; handed on from each entry to the one that replaces it.
 */
record RefetchBudget(int sameAgain) {

    static final long SHORTEST = Duration.ofSeconds(5).toNanos();
    private static final long LONGEST = Duration.ofMinutes(5).toNanos();
    private static final int MOST_DOUBLINGS = 6;
    private static final RefetchBudget FULL = new RefetchBudget(0);

    static RefetchBudget after(Load load, SecretSnapshot found) {
        Entry predecessor = load.predecessor();
        if (predecessor == null) {
            return FULL;
        }
        SecretSnapshot before = predecessor.snapshot();
        if (before == null || !before.hasSameContentAs(found)) {
            return FULL;
        }
        RefetchBudget former = predecessor.refetches();
        return load.afterRefusal() ? new RefetchBudget(former.sameAgain + 1) : former;
    }

    boolean allows(long age) {
        return age >= Math.min(LONGEST, SHORTEST << Math.min(sameAgain, MOST_DOUBLINGS));
    }
}
