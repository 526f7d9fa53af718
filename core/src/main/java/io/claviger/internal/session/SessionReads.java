package io.claviger.internal.session;

import io.claviger.Disconnection.Revocation;
import io.claviger.SecretLease;
import io.claviger.SecretSnapshot;
import io.claviger.internal.cache.Reading;
import io.claviger.internal.cache.Upstream;
import io.claviger.internal.client.OpenClient;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.failure.Failures;
import io.claviger.spi.Call;
import io.claviger.spi.Locator;
import io.claviger.spi.Session;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Asks a vault in a session: with a login if there is none, once more after a new login if the vault says that the session
 * is over (S3), and again if the vault could not answer for the moment.
 */
public final class SessionReads implements Upstream {

    private final OpenClient client;
    private final SessionKeeper keeper;
    private final SessionContext context;
    private final boolean personal;
    private final boolean mints;
    private final ReadListener listener;
    private final LeaseBook leases;
    private final ThrottleGate gate = new ThrottleGate();

    /**
     * Creates what asks one vault.
     *
     * @param client the client
     * @param keeper keeps the session
     * @param leases the leases that are alive
     * @param personal whether what is read stands no longer than the session
     * @param mints whether a read may make the vault create something
     * @param context what all sessions share
     * @param listener is told how reads end
     */
    public SessionReads(
            OpenClient client,
            SessionKeeper keeper,
            LeaseBook leases,
            boolean personal,
            boolean mints,
            SessionContext context,
            ReadListener listener) {
        this.client = client;
        this.keeper = keeper;
        this.personal = personal;
        this.mints = mints;
        this.context = context;
        this.listener = listener;
        this.leases = leases;
    }

    @Override
    public CompletableFuture<Reading> read(Locator locator, Duration timeout) {
        return context.retries()
                .run(timeout, this::repeatable, left -> readOnce(locator, left))
                .whenComplete((snapshot, thrown) -> listener.readEnded(thrown == null ? null : Failures.of(thrown)));
    }

    // what may have been made in the vault is not made a second time
    private boolean repeatable(Failure failure) {
        return !mints || failure.createdNothing();
    }

    private CompletableFuture<Reading> readOnce(Locator locator, Duration timeout) {
        Optional<Failure> closed = gate.closed(context.clock().nanos());
        if (closed.isPresent()) {
            return CompletableFuture.failedFuture(new FailureException(closed.get()));
        }
        return withSession(timeout, (session, call) -> noted(session.read(locator, call), session), this::unclaimed)
                .whenComplete((snapshot, thrown) -> {
                    if (thrown != null) {
                        gate.failed(Failures.of(thrown), context.clock().nanos());
                    }
                });
    }

    private Reading noted(SecretSnapshot snapshot, Session session) {
        snapshot.lease().ifPresent(lease -> leases.add(lease, session));
        return new Reading(snapshot, () -> !personal || keeper.holds(session));
    }

    private void unclaimed(Reading reading) {
        reading.snapshot().lease().ifPresent(leases::abandon);
    }

    @Override
    public CompletableFuture<Boolean> unchanged(Locator locator, SecretSnapshot known, Duration timeout) {
        return withSession(timeout, (session, call) -> session.unchanged(locator, known, call));
    }

    @Override
    public CompletableFuture<Optional<Duration>> renew(SecretLease lease, Duration timeout) {
        return leases.renew(lease, timeout);
    }

    @Override
    public void abandon(SecretLease lease) {
        leases.abandon(lease);
    }

    /**
     * Ends every lease that is alive.
     *
     * @param timeout how long the vault may take to confirm
     * @return completes with the worst that became of one, never exceptionally
     */
    public CompletableFuture<Revocation> endLeases(Duration timeout) {
        return leases.endAll(timeout);
    }

    /**
     * Does something in the session, and once more after a new login if the vault says that the session is over.
     *
     * @param timeout how long all of that may take
     * @param work what to do
     * @param <T> what it gives
     * @return completes with what it gives, or with a {@link FailureException}
     */
    public <T> CompletableFuture<T> withSession(Duration timeout, BiFunction<Session, Call, T> work) {
        return withSession(timeout, work, late -> {});
    }

    private <T> CompletableFuture<T> withSession(
            Duration timeout, BiFunction<Session, Call, T> work, Consumer<T> unclaimed) {
        return new InSession<>(Call.within(timeout, context.time()), work, unclaimed).run();
    }

    /** One thing that is done in the session. */
    private final class InSession<T> {

        private final Call whole;
        private final BiFunction<Session, Call, T> work;
        private final Consumer<T> unclaimed;
        private volatile boolean sessionEnded;

        InSession(Call whole, BiFunction<Session, Call, T> work, Consumer<T> unclaimed) {
            this.whole = whole;
            this.work = work;
            this.unclaimed = unclaimed;
        }

        CompletableFuture<T> run() {
            return once().exceptionallyCompose(
                            thrown -> sessionEnded ? once() : CompletableFuture.failedFuture(thrown));
        }

        private CompletableFuture<T> once() {
            return keeper.session(whole.remaining())
                    .thenCompose(session -> started(session).whenComplete((value, thrown) -> {
                        Failure failure = thrown == null ? null : Failures.of(thrown);
                        if (failure == null || failure.definite()) {
                            keeper.accepted(session);
                        } else if (failure.sessionEnded()) {
                            keeper.dropped(session);
                            sessionEnded = true;
                        }
                    }));
        }

        private CompletableFuture<T> started(Session session) {
            return client.call(context.calls(), whole.remaining(), call -> work.apply(session, call), unclaimed);
        }
    }
}
