package io.claviger.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.Disconnection.Revocation;
import io.claviger.RetryPolicy;
import io.claviger.SecretLease;
import io.claviger.SecretSnapshot;
import io.claviger.internal.call.BoundedCalls;
import io.claviger.internal.call.Retries;
import io.claviger.internal.call.Turns;
import io.claviger.internal.client.OpenClient;
import io.claviger.internal.time.Agenda;
import io.claviger.internal.time.LifeClock;
import io.claviger.spi.Call;
import io.claviger.spi.Locator;
import io.claviger.spi.Session;
import io.claviger.spi.VaultFailure;
import io.claviger.support.ManualTime;
import io.claviger.support.StubClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C9: leases are renewed and ended in the session that they were made in, each once, while they live")
class LeaseBookTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration HOUR = Duration.ofHours(1);

    private final List<String> asked = new ArrayList<>();
    private boolean failing;
    private boolean confirms = true;
    private Optional<Duration> renewal = Optional.of(HOUR);
    private final ManualTime time = new ManualTime();
    private final OpenClient client = new OpenClient(new StubClient(), new Turns(16, time));
    private final LeaseBook book = new LeaseBook(client, context());
    private final SecretLease one = SecretLease.of("one", HOUR);
    private final SecretLease two = SecretLease.of("two", HOUR);

    private SessionContext context() {
        LifeClock clock = new LifeClock(time);
        return new SessionContext(
                time,
                clock,
                new Agenda(time, clock),
                new BoundedCalls(Runnable::run, time),
                new Retries(RetryPolicy.none(), time),
                TIMEOUT,
                Optional.empty(),
                16);
    }

    @Test
    void lease_ofEachSession_isRenewedAndEndedInThatSession() {
        book.add(one, new Scripted("first"));
        book.add(two, new Scripted("second"));

        assertThat(book.renew(two, TIMEOUT)).isCompletedWithValue(Optional.of(HOUR));
        assertThat(book.renew(one, TIMEOUT)).isCompletedWithValue(Optional.of(HOUR));
        assertThat(book.endAll(TIMEOUT)).isCompletedWithValue(Revocation.REVOKED);

        assertThat(asked)
                .containsExactly("second renews two", "first renews one", "first revokes one", "second revokes two");
    }

    @Test
    void leases_thatAreEqualInEverything_areToldApart() {
        SecretLease twin = SecretLease.of("one", HOUR);
        book.add(one, new Scripted("first"));
        book.add(twin, new Scripted("second"));

        book.abandon(twin);

        assertThat(asked).containsExactly("second revokes one");
    }

    @Test
    void lease_thatIsNotKnown_isNeitherRenewedNorEnded() {
        assertThat(book.renew(one, TIMEOUT)).isCompletedWithValue(Optional.empty());
        book.abandon(one);
        assertThat(book.endAll(TIMEOUT)).isCompletedWithValue(Revocation.NOTHING_TO_REVOKE);
        assertThat(asked).isEmpty();
    }

    @Test
    void lease_thatRanOut_isNotEnded() {
        book.add(one, new Scripted("first"));
        time.advance(HOUR);

        book.abandon(one);

        assertThat(book.endAll(TIMEOUT)).isCompletedWithValue(Revocation.NOTHING_TO_REVOKE);
        assertThat(asked).isEmpty();
    }

    @Test
    void lease_inItsLastMoment_isEnded() {
        book.add(one, new Scripted("first"));
        time.advance(HOUR.minusNanos(1));
        assertThat(book.endAll(TIMEOUT)).isCompletedWithValue(Revocation.REVOKED);
    }

    @Test
    void endOfAll_whenTheVaultHasNothingToEnd_saysSo() {
        confirms = false;
        book.add(one, new Scripted("first"));
        assertThat(book.endAll(TIMEOUT)).isCompletedWithValue(Revocation.NOTHING_TO_REVOKE);
    }

    @Test
    void renewedLease_pastItsFirstEnd_isStillEnded() {
        book.add(one, new Scripted("first"));
        time.advance(Duration.ofMinutes(40));
        book.renew(one, TIMEOUT).join();
        time.advance(Duration.ofMinutes(59));

        assertThat(book.endAll(TIMEOUT)).isCompletedWithValue(Revocation.REVOKED);
    }

    @Test
    void lease_thatIsNotRenewed_keepsItsEnd() {
        book.add(one, new Scripted("first"));
        renewal = Optional.empty();
        time.advance(Duration.ofMinutes(40));
        book.renew(one, TIMEOUT).join();
        failing = true;
        assertThat(book.renew(one, TIMEOUT)).isCompletedExceptionally();
        failing = false;
        time.advance(Duration.ofMinutes(20));

        assertThat(book.endAll(TIMEOUT)).isCompletedWithValue(Revocation.NOTHING_TO_REVOKE);
    }

    @Test
    void endOfAll_whenOneIsNotConfirmed_saysTheWorstAndTriesTheOthers() {
        failing = true;
        book.add(one, new Scripted("first"));
        book.add(two, new Scripted("first"));

        assertThat(book.endAll(TIMEOUT)).isCompletedWithValue(Revocation.FAILED);

        assertThat(asked).containsExactly("first revokes one", "first revokes two");
        assertThat(book.endAll(TIMEOUT)).isCompletedWithValue(Revocation.NOTHING_TO_REVOKE);
        assertThat(asked).hasSize(2);
    }

    @Test
    void lease_addedAfterTheEndOfAll_isEndedAtOnce() {
        book.endAll(TIMEOUT).join();

        book.add(one, new Scripted("late"));

        assertThat(asked).containsExactly("late revokes one");
    }

    @Test
    void end_throughAClosedClient_isToldAsFailed() {
        book.add(one, new Scripted("first"));
        client.release();

        assertThat(book.endAll(TIMEOUT)).isCompletedWithValue(Revocation.FAILED);
        assertThat(asked).isEmpty();
    }

    /** A session that notes what it is asked. */
    private final class Scripted implements Session {

        private final String name;

        Scripted(String name) {
            this.name = name;
        }

        @Override
        public SecretSnapshot read(Locator locator, Call call) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Duration> renewLease(SecretLease lease, Call call) {
            note("renews", lease);
            return renewal;
        }

        @Override
        public boolean revokeLease(SecretLease lease, Call call) {
            note("revokes", lease);
            return confirms;
        }

        private void note(String what, SecretLease lease) {
            asked.add(name + " " + what + " " + lease.id());
            if (failing) {
                throw VaultFailure.of(VaultFailure.Kind.UNAVAILABLE, "Down.");
            }
        }
    }
}
