package io.claviger.internal.cache;

import io.claviger.CachePolicy;
import io.claviger.internal.time.Agenda;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/**
 * Does what is due for each entry and plans when to look at it next: refresh, renewal of a lease, expiry. Hits need no clock
 * because of it (C12, C15).
 */
final class EntryPlanner {

    private final Agenda agenda;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile CachePolicy policy;

    EntryPlanner(Agenda agenda, CachePolicy policy) {
        this.agenda = agenda;
        this.policy = policy;
    }

    CachePolicy policy() {
        return policy;
    }

    void changePolicy(UnaryOperator<CachePolicy> change) {
        lock.lock();
        try {
            policy = change.apply(policy);
        } finally {
            lock.unlock();
        }
    }

    /** Does what is due for an entry and plans the next look at it. To be called when anything of that has changed. */
    void look(Entry entry) {
        Runnable due;
        lock.lock();
        try {
            cancel(entry);
            if (entry.emptied()) {
                return;
            }
            due = due(entry, entry.age());
        } finally {
            lock.unlock();
        }
        due.run();
    }

    // called under the lock; what it returns is run outside
    private Runnable due(Entry entry, long age) {
        Term term = entry.term();
        if (age >= term.drop()) {
            return () -> entry.scope().expire(entry);
        }
        if (age >= term.life() && !entry.stale()) {
            entry.becomeStale();
        } else if (age < term.life() && entry.stale()) {
            entry.becomeFresh();
        }
        entry.refresh().reconsider(age, term);
        Runnable due = refreshDue(entry, age, term);
        Runnable renewal = renewalDue(entry, age);
        entry.setNext(plan(entry, age, term));
        return () -> {
            due.run();
            renewal.run();
        };
    }

    private Runnable renewalDue(Entry entry, long age) {
        if (age < entry.lifespan().renewAt(policy())) {
            return () -> {};
        }
        entry.lifespan().renewing();
        return () -> entry.scope().renewLease(entry);
    }

    private static Runnable refreshDue(Entry entry, long age, Term term) {
        if (age < entry.refresh().dueAt(term)) {
            return () -> {};
        }
        if (entry.watched() || entry.refresh().suspect()) {
            return () -> entry.scope().refreshAhead(entry);
        }
        entry.refreshAtNextHit();
        return () -> {};
    }

    // an end is kept to the moment; everything else waits for the second in which the timer wakes anyway
    private Agenda.Item plan(Entry entry, long age, Term term) {
        long end = entry.stale() ? term.drop() : term.life();
        long refresh = entry.refresh().dueAt(term);
        long renewal = entry.lifespan().renewAt(policy());
        long earlier = Math.min(refresh > age ? refresh : end, renewal > age ? renewal : end);
        long rounded = earlier < end ? agenda.roundedUp(entry.fetchedAt() + earlier) - entry.fetchedAt() : end;
        return agenda.at(entry.fetchedAt() + Math.min(end, rounded), () -> look(entry));
    }

    boolean watch(Entry entry, Runnable gone) {
        lock.lock();
        try {
            if (entry.emptied()) {
                return false;
            }
            entry.addWatcher(gone);
        } finally {
            lock.unlock();
        }
        entry.touched();
        look(entry);
        return true;
    }

    void unwatch(Entry entry, Runnable gone) {
        lock.lock();
        try {
            entry.removeWatcher(gone);
        } finally {
            lock.unlock();
        }
    }

    /** Plans nothing more for an emptied entry, and tells its watchers. */
    void forget(Entry entry) {
        Set<Runnable> watchers;
        lock.lock();
        try {
            cancel(entry);
            watchers = entry.takeWatchers();
        } finally {
            lock.unlock();
        }
        watchers.forEach(Runnable::run);
    }

    private void cancel(Entry entry) {
        agenda.cancel(entry.next());
        entry.setNext(null);
    }
}
