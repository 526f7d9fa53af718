package io.claviger.internal.session;

import io.claviger.Disconnection.Revocation;
import io.claviger.Reason;
import io.claviger.internal.client.OpenClient;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.failure.Failures;
import io.claviger.spi.Call;
import io.claviger.spi.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one session: logs in when there is none, one login at a time (S3), and not again after a refusal until it may (S4).
 * Nobody who waits for a login holds a thread, and no lock is held while a vault is asked.
 */
public final class SessionKeeper {

    private final OpenClient client;
    private final Login way;
    private final SessionContext context;
    private final LoginListener listener;
    private final SessionLife life;
    private final PastSessions past;
    private final LoginBreaker breaker = new LoginBreaker();
    private final AtomicReference<@Nullable HeldSession> held = new AtomicReference<>();
    private final AtomicReference<@Nullable CompletableFuture<Session>> login = new AtomicReference<>();
    // sessions in a row that the vault gave and then never accepted
    private final AtomicInteger useless = new AtomicInteger();
    private volatile Optional<String> identity;
    // how long ending may take; null while the keeper is in use
    private volatile @Nullable Duration ended;

    /**
     * Creates a keeper without a session.
     *
     * @param client logs in
     * @param way how it logs in
     * @param identity whom the vault took an earlier session for, which this one goes on with; empty if there was none
     * @param leases the leases that are alive
     * @param context what all sessions share
     * @param listener is told what becomes of the session
     */
    public SessionKeeper(
            OpenClient client,
            Login way,
            Optional<String> identity,
            LeaseBook leases,
            SessionContext context,
            LoginListener listener) {
        this.client = client;
        this.way = way;
        this.identity = identity;
        this.context = context;
        this.listener = listener;
        this.life = new SessionLife(client, context, this::lapsed, this::renewed);
        this.past = new PastSessions(
                context, leases, (held, timeout) -> revoke(held.session(), timeout), listener::revoked);
    }

    /**
     * Returns a session, after a login if there is none. Those who come during a login wait for it and share its end.
     *
     * @param timeout how long the caller waits for a login
     * @return completes with the session, or with a {@link FailureException}
     */
    public CompletableFuture<Session> session(Duration timeout) {
        HeldSession current = held.get();
        if (current != null && current.validAt(context.clock().nanos())) {
            return CompletableFuture.completedFuture(current.session());
        }
        if (current != null) {
            // it ended while the machine was asleep, and its timer has not noticed yet
            lapsed(current);
        }
        CompletableFuture<Session> mine = new CompletableFuture<>();
        CompletableFuture<Session> other = login.compareAndExchange(null, mine);
        if (other == null) {
            begin(mine, current);
        }
        return context.calls().waiter().bounded(other == null ? mine : other, timeout);
    }

    // whatever goes wrong, those who wait for the login are told, and the next one can begin
    @SuppressWarnings("CatchingUnchecked")
    private void begin(CompletableFuture<Session> result, @Nullable HeldSession stale) {
        try {
            HeldSession current = held.get();
            if (current != null && current != stale) {
                finish(result, current.session(), null);
            } else {
                logIn(result);
            }
        } catch (Throwable thrown) {
            finish(result, null, Failures.of(thrown));
        }
    }

    private void logIn(CompletableFuture<Session> result) {
        if (ended != null) {
            throw disconnected();
        }
        long startedAt = context.clock().nanos();
        breaker.check(startedAt);
        // open until what came of the login is settled: a session that is not wanted has to be revoked through it
        client.enter();
        var unused = client.call(
                        context.calls(),
                        context.timeout(),
                        call -> authenticate(call, startedAt),
                        late -> revokeUnclaimed(late.session()))
                .whenComplete((fresh, thrown) -> conclude(result, fresh, thrown));
    }

    private void conclude(CompletableFuture<Session> result, @Nullable HeldSession fresh, @Nullable Throwable thrown) {
        try {
            if (fresh == null) {
                refuse(Failures.of(thrown == null ? new NullPointerException() : thrown), result);
            } else {
                accept(fresh, result);
            }
        } finally {
            client.exit();
        }
    }

    // what a session says of itself is part of the login: a provider that fails at it fails the login
    private HeldSession authenticate(Call call, long startedAt) {
        Session session = way.logIn(client.client(), call);
        return new HeldSession(session, startedAt, context.longestSession(), context.time());
    }

    private void accept(HeldSession fresh, CompletableFuture<Session> result) {
        way.ended(null);
        if (useless.get() == 0) {
            breaker.accepted();
        }
        identity = fresh.identity();
        held.set(fresh);
        if (ended != null && held.compareAndSet(fresh, null)) {
            revokeUnclaimed(fresh.session());
            finish(result, null, disconnected().failure());
            return;
        }
        life.begin(fresh);
        listener.loggedIn();
        finish(result, fresh.session(), null);
    }

    private void refuse(Failure failure, CompletableFuture<Session> result) {
        way.ended(failure);
        if (failure.equals(way.nothingLeft())) {
            listener.credentialsMissing(failure);
        } else {
            loginFailed(failure);
        }
        finish(result, null, failure);
    }

    private void loginFailed(Failure failure) {
        if (failure.reason() == Reason.REAUTHENTICATION_REQUIRED) {
            breaker.refused(context.clock().nanos());
        }
        listener.loginFailed(failure);
    }

    private void finish(CompletableFuture<Session> result, @Nullable Session session, @Nullable Failure failure) {
        login.set(null);
        if (session != null) {
            result.complete(session);
        } else if (failure != null) {
            result.completeExceptionally(new FailureException(failure));
        }
    }

    // a session that came too late for the one who asked for it must not live on
    private void revokeUnclaimed(Session session) {
        Duration end = ended;
        var unused = revoke(session, end == null ? context.timeout() : end);
    }

    private static FailureException disconnected() {
        return new FailureException(Failure.of(Reason.DISCONNECTED, "It was disconnected during the login."));
    }

    /**
     * Says that the vault has done something in a session.
     *
     * @param session the session; nothing happens if another has taken its place
     */
    public void accepted(Session session) {
        HeldSession current = held.get();
        if (current != null && current.session() == session && current.firstUse()) {
            useless.set(0);
            breaker.accepted();
        }
    }

    /**
     * Says that the vault does not accept a session any more. The second one in a row that was never of use counts as
     * refused credentials, and each one after it, so that no storm of logins follows.
     *
     * @param session the session; nothing happens if another has taken its place
     */
    public void dropped(Session session) {
        HeldSession current = held.get();
        boolean dropped = current != null && current.session() == session && over(current);
        if (current != null && dropped && !current.used() && useless.getAndIncrement() > 0) {
            breaker.refused(context.clock().nanos());
        }
    }

    // by our reckoning: its vault has not said so
    private void lapsed(HeldSession current) {
        if (over(current)) {
            past.add(current);
        }
    }

    private boolean over(HeldSession current) {
        boolean wasHeld = held.compareAndSet(current, null);
        if (wasHeld) {
            life.stop(current);
            listener.sessionOver();
        }
        return wasHeld;
    }

    private void renewed(HeldSession current, @Nullable Failure failure) {
        listener.renewed(failure);
        if (failure != null && failure.sessionEnded()) {
            var unused = over(current);
        }
    }

    /**
     * Tells whether a session is the one in use.
     *
     * @param session the session
     * @return {@code false} if it is over
     */
    public boolean holds(Session session) {
        HeldSession current = held.get();
        return current != null && current.session() == session;
    }

    /**
     * Returns when the session ends that is used now.
     *
     * @return its end by the wall clock; empty if there is no session, or no end of it is known
     */
    public Optional<Instant> sessionEnd() {
        long now = context.clock().nanos();
        return Optional.ofNullable(held.get())
                .filter(session -> !session.endless() && session.validAt(now))
                .map(session -> context.time().now().plusNanos(session.left(now)));
    }

    /**
     * Returns whom the vault took the last session for, whether or not that session still lives.
     *
     * @return the identity; empty if there was no session or the vault does not say
     */
    public Optional<String> identity() {
        return identity;
    }

    /**
     * Ends the session for good, and those before it that may still live, in the vault too. A login under way is ended when it is through.
     *
     * @param timeout how long the vault may take to confirm
     * @return completes with what became of the session, never exceptionally
     */
    public CompletableFuture<Revocation> end(Duration timeout) {
        ended = timeout;
        HeldSession last = held.getAndSet(null);
        if (last != null) {
            life.stop(last);
        }
        Stream<CompletableFuture<Revocation>> current =
                Stream.ofNullable(last).map(held -> revoke(held.session(), timeout));
        return Revocations.worst(Stream.concat(current, past.endAll(timeout)));
    }

    // a failed revocation never fails the disconnect (S7)
    private CompletableFuture<Revocation> revoke(Session session, Duration timeout) {
        return Revocations.of(client.call(context.calls(), timeout, session::revoke));
    }
}
