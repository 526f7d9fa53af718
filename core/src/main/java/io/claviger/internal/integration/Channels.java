package io.claviger.internal.integration;

import io.claviger.Actor;
import io.claviger.Disconnection.Revocation;
import io.claviger.Reason;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.session.Revocations;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The ways to the secrets of one connection: a shared one, or one for each who signed in (S9). */
final class Channels {

    private final @Nullable Channel shared;
    private final ConcurrentHashMap<Optional<Actor>, Channel> personal = new ConcurrentHashMap<>();
    private volatile boolean retired;

    private Channels(@Nullable Channel shared) {
        this.shared = shared;
    }

    /** One session for all. */
    static Channels shared(Channel channel) {
        return new Channels(channel);
    }

    /** A session for each who signs in; nobody has. */
    static Channels perActor() {
        return new Channels(null);
    }

    boolean areShared() {
        return shared != null;
    }

    /** The way of an actor, or of the host itself; empty if they have not signed in. */
    Optional<Channel> find(@Nullable Actor actor) {
        return shared != null ? Optional.of(shared) : Optional.ofNullable(personal.get(Optional.ofNullable(actor)));
    }

    Channel require(@Nullable Actor actor) {
        return find(actor)
                .orElseThrow(() -> new FailureException(Failure.of(
                        Reason.REAUTHENTICATION_REQUIRED,
                        "People sign in here one by one, and you have not signed in yet.")));
    }

    /** Puts a way in the place of the former one of the same actor, if nobody else has done so meanwhile. */
    boolean replace(@Nullable Actor actor, @Nullable Channel former, Channel next) {
        Optional<Actor> key = Optional.ofNullable(actor);
        boolean replaced =
                former == null ? personal.putIfAbsent(key, next) == null : personal.replace(key, former, next);
        return replaced && !(retired && personal.remove(key, next));
    }

    /** Takes a way away again, if it is still there. */
    boolean withdraw(@Nullable Actor actor, Channel channel) {
        return personal.remove(Optional.ofNullable(actor), channel);
    }

    /** Takes the way of an actor away, if they have signed in. */
    @Nullable
    Channel remove(Actor actor) {
        return personal.remove(Optional.of(actor));
    }

    /** The ways that somebody may look at: one in a session of somebody else's is theirs alone, and the host's (S9). */
    Collection<Channel> visibleTo(@Nullable Actor actor) {
        return actor == null ? all() : find(actor).map(List::of).orElse(List.of());
    }

    Collection<Channel> all() {
        return shared != null ? List.of(shared) : List.copyOf(personal.values());
    }

    /** Drops values and ends all sessions, those that are just being opened too. */
    CompletableFuture<Revocation> retire(Duration timeout) {
        retired = true;
        // all are begun before any is waited for
        List<CompletableFuture<Revocation>> ends =
                all().stream().map(channel -> channel.retire(timeout)).toList();
        return Revocations.worst(ends.stream());
    }
}
