package io.claviger.internal.session;

import io.claviger.internal.call.BoundedCalls;
import io.claviger.internal.client.OpenClient;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.Failures;
import io.claviger.internal.time.Agenda;
import io.claviger.internal.time.LifeClock;
import io.claviger.internal.time.Spread;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets sessions live as long as they may: renews those that can be renewed when two thirds of their life are over, and ends
 * them when their time has come (S5).
 */
final class SessionLife {

    private static final double RENEWAL = 2.0 / 3;
    private static final double SPREAD = 0.05;
    private static final long TOO_LATE = Duration.ofSeconds(1).toNanos();

    private final OpenClient client;
    private final Agenda agenda;
    private final LifeClock clock;
    private final BoundedCalls calls;
    private final Duration timeout;
    private final Consumer<HeldSession> over;
    private final BiConsumer<HeldSession, @Nullable Failure> renewed;

    SessionLife(
            OpenClient client,
            SessionContext context,
            Consumer<HeldSession> over,
            BiConsumer<HeldSession, @Nullable Failure> renewed) {
        this.client = client;
        this.agenda = context.agenda();
        this.clock = context.clock();
        this.calls = context.calls();
        this.timeout = context.timeout();
        this.over = over;
        this.renewed = renewed;
    }

    /** Begins to look after a session. */
    void begin(HeldSession held) {
        if (!held.endless()) {
            plan(held, held.renewable() ? share(held, RENEWAL) : Optional.empty());
        }
    }

    /** Looks after a session no more. */
    void stop(HeldSession held) {
        held.stop();
        cancel(held);
    }

    private void cancel(HeldSession held) {
        agenda.cancel(held.renewal());
        agenda.cancel(held.end());
    }

    private Optional<Long> share(HeldSession held, double part) {
        long left = held.left(clock.nanos());
        double spread = Spread.around(SPREAD, 0, held.endsAt());
        return left > TOO_LATE ? Optional.of(held.endsAt() - left + (long) (left * part * spread)) : Optional.empty();
    }

    private void plan(HeldSession held, Optional<Long> renewAt) {
        cancel(held);
        Agenda.Item renewal =
                renewAt.map(at -> agenda.at(at, () -> renew(held))).orElse(null);
        held.planned(renewal, agenda.at(held.endsAt(), () -> over.accept(held)));
        if (held.stopped()) {
            cancel(held);
        }
    }

    private void renew(HeldSession held) {
        // the vault counts from some time between now and its answer
        long asked = clock.nanos();
        if (!held.validAt(asked)) {
            // its end fell due at the same time: the machine was asleep
            return;
        }
        held.renewing(true);
        var unused = client.call(calls, timeout, held.session()::renew, late -> late.ifPresent(held::renewedLate))
                .whenComplete((length, thrown) -> {
                    if (thrown == null) {
                        length.ifPresent(lasts -> prolong(held, asked, lasts));
                        renewed.accept(held, null);
                    } else {
                        failed(held, Failures.of(thrown));
                    }
                    held.renewing(false);
                });
    }

    // near its longest life a token gets shorter and shorter renewals: the first that brings nothing is the last
    private void prolong(HeldSession held, long asked, Duration length) {
        boolean longer = held.renewed(asked, length, TOO_LATE);
        if (held.endless()) {
            cancel(held);
        } else {
            plan(held, longer ? share(held, RENEWAL) : Optional.empty());
        }
    }

    private void failed(HeldSession held, Failure failure) {
        if (failure.passing()) {
            held.perhapsRenewed();
            plan(held, share(held, 1.0 / 2));
        }
        renewed.accept(held, failure);
    }
}
