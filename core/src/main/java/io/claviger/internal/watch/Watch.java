package io.claviger.internal.watch;

import com.google.common.hash.HashCode;
import io.claviger.ChangeListener;
import io.claviger.Reason;
import io.claviger.Resolution;
import io.claviger.SecretChange;
import io.claviger.internal.cache.Entry;
import io.claviger.internal.time.Agenda;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at some names whenever something about them may have changed, one look at a time, and tells a listener if their
 * content has. In between it only waits to be told by the cached secrets and by the manager.
 */
public final class Watch {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration FIRST_REST = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 6;
    // whatever ends these is an operation of the manager, after which watches look again
    private static final Set<Reason> OURS = EnumSet.of(
            Reason.NOT_LINKED,
            Reason.LINK_DISABLED,
            Reason.DOMAIN_NOT_ALLOWED,
            Reason.OUT_OF_SCOPE,
            Reason.ROLE_NOT_PERMITTED,
            Reason.DISCONNECTED);

    private final Watches owner;
    private final Function<Set<String>, CompletableFuture<Map<String, Sighting>>> look;
    private final ChangeListener listener;
    // looks asked for since the one under way began, that one included
    private final AtomicInteger asked = new AtomicInteger();
    private final Runnable check = this::check;
    // the rest is touched by the look under way only
    private final Map<String, HashCode> seen = new HashMap<>();
    private final Set<Entry> watched = new LinkedHashSet<>();
    // what failed a moment ago, until it is looked at again
    private final Map<String, Sighting> resting = new HashMap<>();
    private boolean first = true;
    private int failures;
    private volatile Agenda.@Nullable Item retry;
    private volatile boolean all;
    private volatile boolean closed;

    Watch(
            Watches owner,
            Function<Set<String>, CompletableFuture<Map<String, Sighting>>> look,
            ChangeListener listener) {
        this.owner = owner;
        this.look = look;
        this.listener = listener;
    }

    /** Has it look at everything soon. Does not block. */
    void checkAll() {
        all = true;
        check();
    }

    /** Has it look soon at what may have changed: not at what failed a moment ago. Does not block. */
    void check() {
        if (!closed && asked.getAndIncrement() == 0) {
            owner.execute(this::lookNow);
        }
    }

    // whatever goes wrong in a look, the next one can begin
    @SuppressWarnings("CatchingUnchecked")
    private void lookNow() {
        int answered = asked.get();
        if (all) {
            all = false;
            resting.clear();
        }
        CompletableFuture<Map<String, Sighting>> looking;
        try {
            looking = look.apply(resting.keySet());
        } catch (Throwable refused) {
            looking = CompletableFuture.failedFuture(refused);
        }
        var unused = looking.whenComplete((sightings, thrown) -> owner.execute(() -> conclude(sightings, answered)));
    }

    @SuppressWarnings("CatchingUnchecked")
    private void conclude(@Nullable Map<String, Sighting> looked, int answered) {
        try {
            if (looked == null) {
                follow(Set.of());
            } else {
                Map<String, Sighting> sightings = new HashMap<>(resting);
                sightings.putAll(looked);
                follow(entries(sightings));
                compare(sightings);
                retryLater(sightings);
            }
        } finally {
            boolean again = asked.addAndGet(-answered) != 0;
            if (again && closed) {
                follow(Set.of());
            } else if (again) {
                owner.execute(this::lookNow);
            }
        }
    }

    private static Set<Entry> entries(Map<String, Sighting> sightings) {
        return sightings.values().stream()
                .map(Sighting::entry)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void follow(Set<Entry> now) {
        Set<Entry> former = new LinkedHashSet<>(watched);
        former.removeAll(now);
        former.forEach(entry -> entry.unwatch(check));
        watched.retainAll(now);
        for (Entry entry : now) {
            if (watched.add(entry) && !entry.watch(check)) {
                watched.remove(entry);
                check();
            }
        }
    }

    private void compare(Map<String, Sighting> sightings) {
        Set<String> changed = new LinkedHashSet<>();
        sightings.forEach(
                (name, sighting) -> owner.contents().of(sighting.resolution()).ifPresent(now -> {
                    HashCode before = seen.put(name, now);
                    if (before == null ? !first : !before.equals(now)) {
                        changed.add(name);
                    }
                }));
        first = false;
        if (!changed.isEmpty() && !closed) {
            tell(SecretChange.of(changed, resolutions(sightings)));
        }
    }

    private static Map<String, Resolution> resolutions(Map<String, Sighting> sightings) {
        return sightings.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .resolution()));
    }

    // a listener's failure is its own
    @SuppressWarnings("CatchingUnchecked")
    private void tell(SecretChange change) {
        try {
            listener.changed(change);
        } catch (Throwable thrown) {
            LOG.warn(
                    "The change listener {} failed with {}",
                    listener.getClass().getName(),
                    thrown.getClass().getName());
        }
    }

    // what failed is left alone until the next look at everything, however often something else changes meanwhile
    private void retryLater(Map<String, Sighting> sightings) {
        boolean rested = resting.isEmpty();
        sightings.forEach((name, sighting) -> {
            if (sighting.resolution()
                    .reason()
                    .filter(reason -> !OURS.contains(reason))
                    .isPresent()) {
                resting.put(name, sighting);
            }
        });
        if (rested) {
            owner.agenda().cancel(retry);
            failures = resting.isEmpty() ? 0 : failures + 1;
            retry = resting.isEmpty() || closed
                    ? null
                    : owner.agenda().at(owner.now() + rest().toNanos(), this::checkAll);
        }
    }

    private Duration rest() {
        return FIRST_REST.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    }

    /** Ends it. No call of the listener begins after that. */
    public void close() {
        closed = true;
        owner.agenda().cancel(retry);
        owner.closed(this);
        // a look that is under way is told so, and stops following by itself
        if (asked.getAndIncrement() == 0) {
            follow(Set.of());
        }
    }
}
