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
        private final Deque<Long> looks = new ArrayDeque<>();
        private final Map<ReadFact, Integer> tries = new HashMap<>();

        Reads(History history, List<ReadFact> reads) {
            this.history = history;
            this.reads = reads;
        }

        void check() {
            int failedLoads = 0;
            int unexplained = 0;
            for (int i = 1; i < reads.size(); i++) {
                ReadFact before = reads.get(i - 1);
                ReadFact read = reads.get(i);
                boolean retry = retried(before, read);
                // after a longer wait it may as well be the first try of another need
                boolean sameNeed = retry && gap(before, read).toNanos() < EARLIEST_AFTER_FAILURE;
                tries.put(read, sameNeed ? tries.getOrDefault(before, 1) + 1 : 1);
                failedLoads = before.given() ? 0 : retry ? failedLoads : failedLoads + 1;
                boolean justified = history.drops()
                                .touch(
                                        read.secret(),
                                        history.beforeLoad(before),
                                        read.start().step())
                        || retry
                        || reason(before, read, failedLoads);
                if (!justified && ++unexplained > tolerated()) {
                    throw new Violation(
                            read.start().step(),
                            read.secret(),
                            read + " has no reason (" + failedLoads + "), " + gap(before, read) + " after " + before);
                }
            }
        }

        // who asked is not always seen from outside: a watch that looks again, or a value that expires beside a
        // refresh. A
        // storm of reads is far beyond this
        private int tolerated() {
            return Math.max(2, reads.size() / 20);
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
                            && (!mints() || before.nothingCreated()));
        }

        private boolean mints() {
            return reads.stream().anyMatch(ReadFact::minted);
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
                return gap >= EARLIEST_CONFIRMATION || !remembered(before);
            }
            return cached.isPresent()
                    ? gap >= Math.min(EARLIEST_AFTER_FAILURE << Math.min(failedLoads - 1, 6), LATEST_AFTER_FAILURE)
                    : gap >= EARLIEST_AFTER_FAILURE || asks(before, read) || looked(read);
        }

        // a first denial of what is still cached is only a suspicion: if that expires, whoever asks has it read
        private boolean remembered(ReadFact before) {
            return !history.policy().absence().isZero()
                    && reads.stream().noneMatch(value -> value.given() && perhapsCached(value, before));
        }

        private boolean perhapsCached(ReadFact value, ReadFact later) {
            if (value.end().step() >= later.start().step()) {
                return false;
            }
            long life = Math.min(
                    history.shortestExpiration(
                            value.start().step(), later.start().step()),
                    value.lifetime());
            return later.start().at().most() - value.start().at().most() < life;
        }

        // each watch looks again by itself after a failure, and when what it watched has expired
        private boolean looked(ReadFact read) {
            long now = read.start().at().most();
            looks.removeIf(look -> now - look >= EARLIEST_AFTER_FAILURE);
            looks.add(now);
            return looks.size() <= Watchers.MOST_OPEN;
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
