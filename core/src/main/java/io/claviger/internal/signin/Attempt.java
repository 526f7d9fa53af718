package io.claviger.internal.signin;

import io.claviger.Actor;
import io.claviger.Reason;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.failure.Failures;
import io.claviger.internal.integration.Integration;
import io.claviger.internal.session.Login;
import io.claviger.internal.session.SingleLogin;
import io.claviger.internal.time.Agenda;
import io.claviger.spi.PendingSignIn;
import io.claviger.spi.SignInCallback;
import io.claviger.spi.SignInRequest;
import java.net.URI;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in, from its begin to its end: bound to the actor, the integration at one generation, and a redirect. It can be
 * claimed once, and ended at any time.
 */
public final class Attempt {

    private final @Nullable Actor actor;
    private final Integration integration;
    private final URI redirect;
    private final StateKey state;
    private final PendingSignIn pending;
    private final URI page;
    private final Instant expiresAt;
    private final AtomicBoolean claimed = new AtomicBoolean();
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile long deadline;
    private volatile Agenda.@Nullable Item expiry;

    /**
     * Creates an attempt.
     *
     * @param actor who signs in; {@code null} for the host itself
     * @param integration what they sign in to, as it is now
     * @param request what the provider was given
     * @param pending what the provider has made of it
     * @param expiresAt when it is over, by the wall clock
     * @throws FailureException if the provider sends the browser to what is not a page
     */
    public Attempt(
            @Nullable Actor actor,
            Integration integration,
            SignInRequest request,
            PendingSignIn pending,
            Instant expiresAt) {
        this.actor = actor;
        this.integration = integration;
        this.redirect = request.redirect();
        this.state = StateKey.of(request.state());
        this.pending = pending;
        this.page = pageOf(pending);
        this.expiresAt = expiresAt;
    }

    // a provider may throw anything: its text goes no further
    @SuppressWarnings("CatchingUnchecked")
    private static URI pageOf(PendingSignIn pending) {
        try {
            return Addresses.checkedPage(pending.authorizationUrl());
        } catch (Throwable thrown) {
            throw new FailureException(Failures.of(thrown));
        }
    }

    @Nullable
    Actor actor() {
        return actor;
    }

    StateKey state() {
        return state;
    }

    URI redirect() {
        return redirect;
    }

    /** Says until when it can be claimed, by the life clock, and what ends it then. */
    void until(long at, Agenda.Item item) {
        deadline = at;
        expiry = item;
    }

    boolean late(long now) {
        return expiry != null && now - deadline >= 0;
    }

    Agenda.@Nullable Item expiry() {
        return expiry;
    }

    /**
     * Returns what is signed in to.
     *
     * @return the integration as it was at the begin
     */
    public Integration integration() {
        return integration;
    }

    /**
     * Returns the address of the sign-in page.
     *
     * @return the address, with the state in it
     */
    public URI page() {
        return page;
    }

    /**
     * Returns when it is over.
     *
     * @return the instant by the wall clock
     */
    public Instant expiresAt() {
        return expiresAt;
    }

    /** Tells whether an answer has this attempt's state, in a time that says nothing about it. */
    boolean asked(Answer candidate) {
        return state.equals(StateKey.of(candidate.state()));
    }

    boolean unclaimed() {
        return !claimed.get();
    }

    /** Takes it for redemption; {@code true} for the first who comes, if it is not ended. */
    boolean claim() {
        return claimed.compareAndSet(false, true) && wanted();
    }

    /**
     * Tells whether a session is still wanted.
     *
     * @return {@code false} once it is ended
     */
    public boolean wanted() {
        return ending.get() == null;
    }

    void end(Ending reason) {
        if (ending.compareAndSet(null, reason)) {
            // before the listener goes, which would say less
            answer.completeExceptionally(reason.failure());
            ended.complete(null);
        }
    }

    /**
     * Has something done when it is ended, at once if it is.
     *
     * @param task what to do; must not block
     */
    public void whenEnded(Runnable task) {
        var unused = ended.thenRun(task);
    }

    /**
     * Makes sure that it is not ended.
     *
     * @throws FailureException if it is
     */
    public void checkWanted() {
        Ending reason = ending.get();
        if (reason != null) {
            throw reason.failure();
        }
    }

    /** Hands over what came back to a listener. */
    void answered(Answer came) {
        answer.complete(came);
    }

    /** Says that nothing will come back. */
    void answeredNever() {
        answer.completeExceptionally(new FailureException(
                Failure.of(Reason.UNREACHABLE, "The listener that waits for the sign-in page broke down.")));
    }

    /**
     * Claims what has come back to this attempt's own listener.
     *
     * @throws FailureException if it is ended, or claimed already
     */
    public void claimAnswer() {
        if (!claim()) {
            checkWanted();
            throw Ending.CANCELLED.failure();
        }
    }

    /**
     * Returns what comes back to a listener.
     *
     * @return completes with the answer, or with a {@link FailureException} when it is ended before
     */
    public CompletableFuture<Answer> answer() {
        return answer;
    }

    /**
     * Returns the login that an answer is good for.
     *
     * @param came the answer
     * @return a login that redeems the code, once
     * @throws FailureException if the answer is an error
     */
    public Login login(Answer came) {
        SignInCallback callback = came.callback();
        return new SingleLogin(call -> pending.complete(callback, call));
    }

    @Override
    public String toString() {
        return "Attempt[" + integration.alias() + "]";
    }
}
