package io.claviger.simulation;

import io.claviger.simulation.Happening.Answer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * C3, C6, C8, C9: every upstream read of a secret has a reason that was not there for the one before. What was read is read
 * again when four fifths of its life are over; a denial is asked about once more after some seconds; a failure is tried
 * again as often as the policy says, and then after a rest that doubles, or when somebody asks for what is not cached. What
 * was perhaps made in the vault is not made again for the same need.
 */
final class ReadBoundOracle implements Oracle {

    // the refresh is due at 80 % of the life, give or take 5 %
    private static final double EARLIEST_REFRESH = 0.8 * 0.95;
    private static final long EARLIEST_CONFIRMATION = Duration.ofSeconds(3).toNanos();
    private static final long EARLIEST_AFTER_FAILURE = Duration.ofMillis(3_750).toNanos();
    private static final long LATEST_AFTER_FAILURE = Duration.ofMinutes(5).toNanos() / 4 * 3;
    private static final long LATEST_RETRY = Duration.ofSeconds(10).toNanos();
    private static final long SHORTEST_RETRY = Duration.ofMillis(150).toNanos();

    @Override
    public void check(History history) {
        history.bySecret().values().forEach(reads -> new Reads(history, reads).check());
    }

    /** The reads of one secret. */
    private static final class Reads {

        private final History history;
        private final List<ReadFact> reads;
        private final boolean mints;
        private final Deque<Long> looks = new ArrayDeque<>();
        private final Map<ReadFact, Integer> tries = new HashMap<>();

        Reads(History history, List<ReadFact> reads) {
            this.history = history;
            this.reads = reads;
            this.mints = mints();
        }

        void check() {
            int failedLoads = 0;
            for (int i = 1; i < reads.size(); i++) {
                ReadFact before = reads.get(i - 1);
                ReadFact read = reads.get(i);
                boolean retry = retried(before, read);
                // after a longer wait, or if somebody asks, it may as well be the first try of another need
                boolean sameNeed = retry && gap(before, read).toNanos() < EARLIEST_AFTER_FAILURE && !asks(before, read);
                tries.put(read, sameNeed ? triesAfter(before) : 1);
                failedLoads = before.given() ? 0 : failedLoads + (before.passing() && !retry ? 1 : 0);
                boolean justified = history.drops()
                                .touch(
                                        read.secret(),
                                        history.beforeLoad(before),
                                        read.start().step())
                        || retry
                        || reason(before, read, failedLoads);
                if (!justified) {
                    throw new Violation(
                            read.start().step(),
                            read.secret(),
                            read + " has no reason (" + failedLoads + "), " + gap(before, read) + " after " + before);
                }
            }
        }

        // what is repeated in a new session belongs to the same try
        private int triesAfter(ReadFact before) {
            int tried = tries.getOrDefault(before, 1);
            return before.answer() == Answer.SESSION_ENDED ? tried : tried + 1;
        }

        private Duration gap(ReadFact before, ReadFact read) {
            return Duration.ofNanos(read.start().at().most() - before.end().at().most());
        }

        // in another session at once, or after a failure that created nothing, as often as the policy says
        private boolean retried(ReadFact before, ReadFact read) {
            long gap = gap(before, read).toNanos();
            return before.answer() == Answer.SESSION_ENDED
                    || (before.passing()
                            && !before.late()
                            && gap >= SHORTEST_RETRY
                            && gap < (before.answer() == Answer.THROTTLED ? LATEST_RETRY : EARLIEST_AFTER_FAILURE)
                            && tries.getOrDefault(before, 1) < history.policy().attempts()
                            && (!mints || before.nothingCreated()));
        }

        // whether a read of this vault may make something, if not of this secret
        private boolean mints() {
            String alias = Names.alias(reads.get(0).secret()) + "/";
            return history.bySecret().entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(alias))
                    .anyMatch(entry -> entry.getValue().stream().anyMatch(ReadFact::minted));
        }

        private boolean reason(ReadFact before, ReadFact read, int failedLoads) {
            if (before.given()) {
                return fourFifthsOver(before, read);
            }
            // what was denied twice in a row is believed, and dropped
            Optional<ReadFact> cached = DenialOracle.surelyCached(history, read.secret(), read.start())
                    .filter(value -> DenialOracle.definiteInARow(
                                    history, value, read.start().step())
                            < 2);
            // whoever waited for a late one has given up some time before its end
            long gap = before.late()
                    ? read.start().at().most() - before.start().at().most()
                    : gap(before, read).toNanos();
            if (before.definite()) {
                boolean forgotten = history.policy().absence().isZero() || (cached.isEmpty() && unconfirmed(before));
                return gap >= EARLIEST_CONFIRMATION || (forgotten && (asks(before, read) || looked(read)));
            }
            return cached.isPresent()
                    ? gap >= Math.min(EARLIEST_AFTER_FAILURE << Math.min(failedLoads - 1, 6), LATEST_AFTER_FAILURE)
                    : gap >= EARLIEST_AFTER_FAILURE || asks(before, read) || looked(read);
        }

        // what is said of a secret that is cached is not remembered before it is confirmed, and the secret may expire
        // meanwhile
        private boolean unconfirmed(ReadFact denied) {
            ReadFact value = null;
            for (ReadFact read : reads.subList(0, reads.indexOf(denied))) {
                value = read.given() ? read : value;
            }
            return value != null
                    && DenialOracle.definiteInARow(history, value, denied.end().step() + 1) < 2;
        }

        // each watch looks again by itself after a failure, when what it watched has expired, and when anything is
        // managed
        private boolean looked(ReadFact read) {
            long now = read.start().at().most();
            looks.removeIf(look -> now - look >= EARLIEST_AFTER_FAILURE);
            looks.add(now);
            int reasons =
                    2 + Watchers.MOST_NAMES + history.managedLately(read, Duration.ofNanos(EARLIEST_AFTER_FAILURE));
            return looks.size() <= reasons * history.watches(read);
        }

        private boolean fourFifthsOver(ReadFact before, ReadFact read) {
            long life = Math.min(
                    history.shortestExpiration(
                            before.start().step(), read.start().step()),
                    before.lifetime());
            long age = read.start().at().most() - history.loadBegan(before);
            return age >= (long) (life * EARLIEST_REFRESH);
        }

        private boolean asks(ReadFact before, ReadFact read) {
            int from = before.late() ? before.start().step() : before.end().step();
            int to = read.start().step();
            return history.asked(read.secret(), from, to) || history.managed(from, to);
        }
    }
}
