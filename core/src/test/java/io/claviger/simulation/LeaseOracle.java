package io.claviger.simulation;

import io.claviger.simulation.DayLog.Line;
import io.claviger.simulation.Happening.Answer;
import io.claviger.simulation.Happening.Closed;
import io.claviger.simulation.Happening.LeaseRenewed;
import io.claviger.simulation.Happening.LoginEnded;
import io.claviger.simulation.Happening.Managed;
import io.claviger.simulation.Happening.Minted;
import io.claviger.simulation.Happening.RevocationAsked;
import io.claviger.simulation.Happening.SessionOver;
import io.claviger.simulation.Happening.SessionRenewed;
import io.claviger.simulation.Happening.SessionRevocationAsked;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * C9: a credential that nobody received is revoked at once, one that was served is left alone until its vault is
 * disconnected, and after the end none is alive.
 */
final class LeaseOracle implements Oracle {

    /** What is logged before the manager is closed. */
    static final String CLOSING = "close";

    private static final long AT_ONCE = Duration.ofSeconds(30).toNanos();

    @Override
    public void check(History history) {
        new Books(history).check();
    }

    /** The leases and sessions of one day. */
    private static final class Books {

        private final History history;
        private final List<Line> minted = new ArrayList<>();
        private final Map<String, Line> revocations = new HashMap<>();
        private final Map<String, Long> leaseEnds = new HashMap<>();
        private final Map<Integer, Long> sessionEnds = new HashMap<>();
        private final Map<Integer, Line> sessionRevocations = new HashMap<>();
        private final Set<Integer> sessionsOver = new HashSet<>();
        private int closing = Integer.MAX_VALUE;
        private Line closed;

        Books(History history) {
            this.history = history;
            history.log().lines().forEach(this::note);
        }

        private void note(Line line) {
            if (line.what() instanceof Minted lease) {
                minted.add(line);
                last(leaseEnds, lease.lease(), line, lease.length());
            } else if (line.what() instanceof LeaseRenewed lease) {
                last(leaseEnds, lease.lease(), line, lease.length());
            } else if (line.what() instanceof RevocationAsked asked) {
                revocations.putIfAbsent(asked.lease(), line);
            } else if (line.what() instanceof Closed) {
                closed = line;
            } else if (line.what() instanceof Managed managed && managed.what().equals(CLOSING)) {
                closing = line.step();
            } else {
                noteSession(line);
            }
        }

        private void noteSession(Line line) {
            if (line.what() instanceof LoginEnded login) {
                login.lifetime().ifPresent(lifetime -> last(sessionEnds, login.session(), line, lifetime));
            } else if (line.what() instanceof SessionRenewed session) {
                last(sessionEnds, session.session(), line, session.lifetime());
            } else if (line.what() instanceof SessionOver over) {
                sessionsOver.add(over.session());
            } else if (line.what() instanceof SessionRevocationAsked asked) {
                // what the vault does not confirm is out of anybody's hands
                sessionsOver.add(asked.session());
                sessionRevocations.putIfAbsent(asked.session(), line);
            }
        }

        private static <K> void last(Map<K, Long> ends, K key, Line line, Duration length) {
            ends.merge(key, line.at().life() + length.toNanos(), Math::max);
        }

        void check() {
            minted.forEach(line -> {
                Minted lease = (Minted) line.what();
                ReadFact read = history.read(lease.read());
                Line revocation = revocations.get(lease.lease());
                checkUnclaimed(read, lease, revocation);
                checkSession(read, lease, sessionRevocations.get(lease.session()));
                if (revocation != null) {
                    checkWanted(read, lease, revocation);
                } else if (closed != null && alive(lease)) {
                    throw violation(closed, read, lease, "is alive after the end");
                }
            });
        }

        private void checkUnclaimed(ReadFact read, Minted lease, Line revocation) {
            boolean overtaken = history.drops()
                    .between(read.secret(), read.start().step(), read.end().step())
                    .isPresent();
            if (read.answer() == Answer.GIVEN && (overtaken || read.late())) {
                boolean atOnce = revocation != null
                        && revocation.at().awake() - read.end().at().awake() <= AT_ONCE;
                if (!atOnce) {
                    throw violation(read.end(), read, lease, "was received by nobody and is not revoked at once");
                }
            }
        }

        private void checkWanted(ReadFact read, Minted lease, Line revocation) {
            boolean wanted = !read.late()
                    && revocation.step() < closing
                    && !history.drops().touch(read.secret(), history.beforeLoad(read), revocation.step());
            if (wanted) {
                throw violation(revocation, read, lease, "is revoked though it is in use");
            }
        }

        // it takes its leases with it
        private void checkSession(ReadFact read, Minted lease, Line revocation) {
            boolean alive = revocation != null
                    && read.answer() == Answer.GIVEN
                    && !revocations.containsKey(lease.lease())
                    && leaseEnds.get(lease.lease()) > revocation.at().life();
            if (alive) {
                checkWanted(read, lease, revocation);
            }
        }

        private boolean alive(Minted lease) {
            long end = closed.at().life();
            return leaseEnds.get(lease.lease()) > end
                    && !sessionsOver.contains(lease.session())
                    && sessionEnds.getOrDefault(lease.session(), Long.MAX_VALUE) > end;
        }

        private static Violation violation(Line line, ReadFact read, Minted lease, String what) {
            return new Violation(line.step(), lease.lease(), lease + " of " + read + " " + what + ": " + line);
        }
    }
}
