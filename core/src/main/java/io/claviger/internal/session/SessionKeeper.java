package io.claviger.internal.session;

import io.claviger.CredentialSource;
import io.claviger.Credentials;
import io.claviger.Disconnection.Revocation;
import io.claviger.Reason;
import io.claviger.internal.call.BoundedCalls;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.failure.Failures;
import io.claviger.internal.time.LifeClock;
import io.claviger.spi.Call;
import io.claviger.spi.Session;
import io.claviger.spi.VaultClient;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the session of one connection: logs in when there is none, one login at a time (S3), and not again after a
 * refusal until it may (S4). No lock is held while a vault is asked.
 */
public final class SessionKeeper {

    private final VaultClient client;
    private final CredentialSource source;
    private final CredentialKinds kinds;
    private final LifeClock clock;
    private final BoundedCalls calls;
    private final LoginListener listener;
    private final LoginBreaker breaker = new LoginBreaker();
    private final AtomicReference<@Nullable HeldSession> held = new AtomicReference<>();
    private final AtomicReference<@Nullable CompletableFuture<Session>> login = new AtomicReference<>();
    // credentials that a login could not use because the vault did not answer; touched by the one who logs in only
    private @Nullable Credentials unused;
    private volatile Optional<String> identity = Optional.empty();
    // how long ending may take; null while the keeper is in use
    private volatile @Nullable Duration ended;

    /**
     * Creates a keeper without a session.
     *
     * @param client logs in
     * @param source where credentials come from
     * @param kinds which credentials the vault takes
     * @param clock measures the life of sessions
     * @param calls runs revocations
     * @param listener is told how logins end
     */
    public SessionKeeper(
            VaultClient client,
            CredentialSource source,
            CredentialKinds kinds,
            LifeClock clock,
            BoundedCalls calls,
            LoginListener listener) {
        this.client = client;
        this.source = source;
        this.kinds = kinds;
        this.clock = clock;
        this.calls = calls;
        this.listener = listener;
    }

    /**
     * Returns a session, after a login if there is none. Those who come during a login wait for it and share its end.
     *
     * @param call deadline of the caller
     * @return the session
     * @throws FailureException if there is none to be had
     */
    public Session session(Call call) {
        HeldSession current = held.get();
        if (current != null && current.validAt(clock.nanos())) {
            return current.session();
        }
        CompletableFuture<Session> mine = new CompletableFuture<>();
        CompletableFuture<Session> other = login.compareAndExchange(null, mine);
        return other == null ? logIn(mine, current, call) : calls.waiter().await(other, call.remaining());
    }

    // whatever goes wrong, those who wait for the login are told, and the next one can begin
    @SuppressWarnings("CatchingUnchecked")
    private Session logIn(CompletableFuture<Session> result, @Nullable HeldSession stale, Call call) {
        try {
            HeldSession current = held.get();
            Session session = current != null && current != stale ? current.session() : newSession(call);
            login.set(null);
            result.complete(session);
            return session;
        } catch (Throwable thrown) {
            FailureException failure = new FailureException(Failures.of(thrown));
            login.set(null);
            result.completeExceptionally(failure);
            throw failure;
        }
    }

    // a source or provider may throw anything: those who wait for the login must be told
    @SuppressWarnings("CatchingUnchecked")
    private Session newSession(Call call) {
        if (ended != null) {
            throw disconnected();
        }
        long startedAt = clock.nanos();
        breaker.check(startedAt);
        try {
            Session session = client.authenticate(credentials(), call);
            return accept(new HeldSession(session, startedAt), call);
        } catch (Throwable thrown) {
            Failure failure = Failures.of(thrown);
            if (failure.reason() != Reason.UNREACHABLE && failure.reason() != Reason.THROTTLED) {
                unused = null;
            }
            if (failure.reason() == Reason.REAUTHENTICATION_REQUIRED) {
                breaker.refused(clock.nanos());
            }
            listener.loginFailed(failure);
            throw new FailureException(failure);
        }
    }

    private Credentials credentials() {
        Credentials kept = unused;
        if (kept == null) {
            kept = kinds.checked(source.next()
                    .orElseThrow(() -> new FailureException(Failure.of(
                            Reason.REAUTHENTICATION_REQUIRED,
                            "The session ended, and its credentials were given for one login only."))));
            unused = kept;
        }
        return kept;
    }

    private Session accept(HeldSession fresh, Call call) {
        unused = null;
        breaker.accepted();
        identity = fresh.session().identity();
        held.set(fresh);
        Duration end = ended;
        if (end != null && held.compareAndSet(fresh, null)) {
            // the login's own deadline may be over, and its thread interrupted: the session must be revoked all the
            // same
            var unused = Thread.interrupted();
            revoke(fresh.session(), Call.within(end, call.time()));
            throw disconnected();
        }
        listener.loggedIn();
        return fresh.session();
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
        if (current != null && current.session() == session && held.compareAndSet(current, null) && !wasOfUse) {
            breaker.refused(clock.nanos());
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
        return calls.start(timeout, call -> revoke(last.session(), call)).exceptionally(late -> Revocation.FAILED);
    }

    // a failed revocation never fails the disconnect (S7)
    @SuppressWarnings("CatchingUnchecked")
    private static Revocation revoke(Session session, Call call) {
        try {
            return session.revoke(call) ? Revocation.REVOKED : Revocation.NOTHING_TO_REVOKE;
        } catch (Throwable thrown) {
            return Revocation.FAILED;
        }
    }
}
