package io.claviger.internal.signin;

import io.claviger.Actor;
import io.claviger.Reason;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.integration.Integration;
import io.claviger.internal.time.Agenda;
import io.claviger.internal.time.LifeClock;
import io.claviger.spi.SignInRequest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The sign-ins under way. Each is over after 10 minutes at most; an actor who begins more than they may loses their oldest
 * one, and beyond the bound of all nobody begins another, so that no actor can end those of others.
 */
public final class PendingSignIns {

    /** How long a state is good for. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    private static final int MOST_OF_ONE_ACTOR = 8;
    private static final int MOST = 10_000;

    private final Agenda agenda;
    private final LifeClock clock;
    private final int most;
    private final RandomText random = new RandomText();
    private final ReentrantLock lock = new ReentrantLock();
    // guarded by the lock; the oldest first
    private final Map<StateKey, Attempt> attempts = new LinkedHashMap<>();
    private boolean closed;

    /**
     * Creates an empty set.
     *
     * @param agenda ends what nobody completes
     * @param clock measures lives
     */
    public PendingSignIns(Agenda agenda, LifeClock clock) {
        this(agenda, clock, MOST);
    }

    PendingSignIns(Agenda agenda, LifeClock clock, int most) {
        this.agenda = agenda;
        this.clock = clock;
        this.most = most;
    }

    /**
     * Makes what must be random of a sign-in.
     *
     * @param redirect where the sign-in page sends a person back to
     * @return the request for a provider
     */
    public SignInRequest request(URI redirect) {
        return random.request(redirect);
    }

    /**
     * Adds an attempt.
     *
     * @param attempt the attempt
     * @param life how long it lasts
     * @throws FailureException if there are too many, or the manager is closed
     */
    public void add(Attempt attempt, Duration life) {
        Attempt displaced;
        lock.lock();
        try {
            displaced = put(attempt);
        } finally {
            lock.unlock();
        }
        if (displaced != null) {
            end(displaced, Ending.DISPLACED);
        }
        long at = clock.nanos() + TimeUnit.NANOSECONDS.convert(life);
        attempt.until(at, agenda.at(at, () -> expire(attempt)));
        if (!attempt.wanted()) {
            agenda.cancel(attempt.expiry());
        }
    }

    // what came back in time may take longer to redeem
    private void expire(Attempt attempt) {
        if (attempt.unclaimed()) {
            end(attempt, Ending.EXPIRED);
        }
    }

    private @Nullable Attempt put(Attempt attempt) {
        if (closed) {
            throw Ending.CLOSED.failure();
        }
        List<Attempt> own = attempts.values().stream()
                .filter(other -> Objects.equals(other.actor(), attempt.actor()))
                .toList();
        boolean displaces = own.size() >= MOST_OF_ONE_ACTOR;
        if (!displaces && attempts.size() >= most) {
            throw new FailureException(
                    Failure.of(Reason.THROTTLED, "Too many sign-ins are under way. Begin again in a few minutes."));
        }
        attempts.put(attempt.state(), attempt);
        return displaces ? own.get(0) : null;
    }

    /**
     * Takes the attempt that a callback answers, for one redemption. What is refused leaves everything as it was.
     *
     * @param callback what the host was called back with
     * @param answer what it says
     * @param actor who brings it; {@code null} for the host itself
     * @param current tells whether an integration is still as it was
     * @return the attempt; empty if this actor has none that this callback answers, for whatever reason
     */
    public Optional<Attempt> claim(URI callback, Answer answer, @Nullable Actor actor, Predicate<Integration> current) {
        return Optional.ofNullable(find(StateKey.of(answer.state())))
                .filter(attempt -> Objects.equals(attempt.actor(), actor)
                        && Addresses.cameTo(attempt.redirect(), callback)
                        && current.test(attempt.integration())
                        && !attempt.late(clock.nanos())
                        && attempt.claim());
    }

    private @Nullable Attempt find(StateKey state) {
        lock.lock();
        try {
            return attempts.get(state);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Ends an attempt. Does nothing if it is over.
     *
     * @param attempt the attempt
     * @param reason what is told to whoever waits for it
     */
    public void end(Attempt attempt, Ending reason) {
        lock.lock();
        try {
            attempts.remove(attempt.state(), attempt);
        } finally {
            lock.unlock();
        }
        agenda.cancel(attempt.expiry());
        attempt.end(reason);
    }

    /**
     * Ends all of an actor (S12).
     *
     * @param actor who
     */
    public void endOf(Actor actor) {
        endAll(attempt -> actor.equals(attempt.actor()), Ending.FORGOTTEN);
    }

    /**
     * Ends all whose integration was replaced since.
     *
     * @param current tells whether an integration is still as it was
     */
    public void endOutdated(Predicate<Integration> current) {
        endAll(attempt -> attempt.unclaimed() && !current.test(attempt.integration()), Ending.OUTDATED);
    }

    /** Ends all, and lets none begin any more. */
    public void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
        endAll(attempt -> true, Ending.CLOSED);
    }

    private void endAll(Predicate<Attempt> which, Ending reason) {
        List<Attempt> all = new ArrayList<>();
        lock.lock();
        try {
            all.addAll(attempts.values());
        } finally {
            lock.unlock();
        }
        all.stream().filter(which).forEach(attempt -> end(attempt, reason));
    }
}
