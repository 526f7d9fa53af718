package io.claviger.internal.call;

import io.claviger.Actor;
import io.claviger.TimeSource;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns of each actor, so that one who asks for very much waits for themselves, and others do not. Kept while in use. */
public final class TurnsByActor {

    private final int most;
    private final TimeSource time;
    private final ConcurrentHashMap<Actor, InUse> actors = new ConcurrentHashMap<>();

    /**
     * Creates turns.
     *
     * @param most how many calls of one actor may be under way at once
     * @param time measures deadlines
     */
    public TurnsByActor(int most, TimeSource time) {
        this.most = most;
        this.time = time;
    }

    /**
     * Starts a call when it is the actor's turn.
     *
     * @param actor who asks for it; {@code null} for the host itself, who need not wait
     * @param timeout how long it may wait for that
     * @param call starts it
     * @param <T> what it gives
     * @return completes as the call does, or with a {@link io.claviger.internal.failure.FailureException}
     */
    public <T> CompletableFuture<T> take(@Nullable Actor actor, Duration timeout, Supplier<CompletableFuture<T>> call) {
        return actor == null ? call.get() : takeOwn(actor, timeout, call);
    }

    private <T> CompletableFuture<T> takeOwn(Actor actor, Duration timeout, Supplier<CompletableFuture<T>> call) {
        InUse own = actors.compute(
                actor, (key, known) -> (known == null ? new InUse(new Turns(most, time), 0) : known).more(1));
        return own.turns().take(timeout, call).whenComplete((value, failure) -> leave(actor));
    }

    private void leave(Actor actor) {
        actors.computeIfPresent(actor, (key, known) -> known.calls() == 1 ? null : known.more(-1));
    }

    /** Returns how many actors have calls. */
    int inUse() {
        return actors.size();
    }

    private record InUse(Turns turns, int calls) {

        InUse more(int by) {
            return new InUse(turns, calls + by);
        }
    }
}
