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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
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
    private final LoginBreaker breaker = new LoginBreaker();
    private final AtomicReference<@Nullable HeldSession> held = new AtomicReference<>();
    private final AtomicReference<@Nullable CompletableFuture<Session>> login = new AtomicReference<>();
    private volatile Optional<String> identity;
    // how long ending may take; null while the keeper is in use
    private volatile @Nullable Duration ended;

    /**
     * Creates a keeper without a session.
     *
     * @param client logs in
     * @param way how it logs in
     * @param identity whom the vault took an earlier session for, which this one goes on with; empty if there was none
     * @param context what all sessions share
     * @param listener is told what becomes of the session
     */
    public SessionKeeper(
            OpenClient client, Login way, Optional<String> identity, SessionContext context, LoginListener listener) {
        this.client = client;
        this.way = way;
        this.identity = identity;
        this.context = context;
        this.listener = listener;
        this.life = new SessionLife(client, context, held -> over(held), this::renewed);
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
        var unused = client.call(context.calls(), context.timeout(), this::authenticate, this::revokeUnclaimed)
                .whenComplete((session, thrown) -> conclude(result, session, thrown, startedAt));
    }

    private void conclude(
            CompletableFuture<Session> result, @Nullable Session session, @Nullable Throwable thrown, long startedAt) {
        try {
            if (session == null) {
                refuse(Failures.of(thrown == null ? new NullPointerException() : thrown), result);
            } else {
                accept(new HeldSession(session, startedAt, context.longestSession()), result);
            }
        } finally {
            client.exit();
        }
    }

    private Session authenticate(Call call) {
        return way.logIn(client.client(), call);
    }

    private void accept(HeldSession fresh, CompletableFuture<Session> result) {
        way.ended(null);
        breaker.accepted();
        identity = fresh.session().identity();
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
        if (failure.reason() == Reason.REAUTHENTICATION_REQUIRED) {
            breaker.refused(context.clock().nanos());
        }
        listener.loginFailed(failure);
        finish(result, null, failure);
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
     * Says that the vault does not accept a session any more. A session that was never of use counts as refused
     * credentials, so that no storm of logins follows.
     *
     * @param session the session; nothing happens if another has taken its place
     * @param wasOfUse whether the vault ever accepted it
     */
    public void dropped(Session session, boolean wasOfUse) {
        HeldSession current = held.get();
        if (current != null && current.session() == session && over(current) && !wasOfUse) {
            breaker.refused(context.clock().nanos());
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
     * Returns whom the vault took the last session for, whether or not that session still lives.
     *
     * @return the identity; empty if there was no session or the vault does not say
     */
    public Optional<String> identity() {
        return identity;
    }

    /**
     * Ends the session for good, in the vault too. A login under way is ended when it is through.
     *
     * @param timeout how long the vault may take to confirm
     * @return completes with what became of the session, never exceptionally
     */
    public CompletableFuture<Revocation> end(Duration timeout) {
        ended = timeout;
        HeldSession last = held.getAndSet(null);
        if (last == null) {
            return CompletableFuture.completedFuture(Revocation.NOTHING_TO_REVOKE);
        }
        life.stop(last);
        return revoke(last.session(), timeout);
    }

    // a failed revocation never fails the disconnect (S7)
    private CompletableFuture<Revocation> revoke(Session session, Duration timeout) {
        return Revocations.of(client.call(context.calls(), timeout, session::revoke));
    }
}
