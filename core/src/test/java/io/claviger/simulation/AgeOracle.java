package io.claviger.simulation;

import io.claviger.simulation.DayLog.Line;
import io.claviger.simulation.Happening.Answer;
import io.claviger.simulation.Happening.LeaseRenewed;
import io.claviger.simulation.Happening.LoginEnded;
import io.claviger.simulation.Happening.LoginStarted;
import io.claviger.simulation.Happening.Minted;
import io.claviger.simulation.Happening.ReadStarted;
import io.claviger.simulation.Happening.Served;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** C1, C2, C7, C9, C15: no value is older than promised, and a stale one only while its vault is failing. */
final class AgeOracle implements Oracle {

    // after a resume a value past its expiration is served for so long at most
    private static final long AFTER_RESUME = Duration.ofMillis(1_050).toNanos();

    @Override
    public void check(History history) {
        Map<String, Integer> readOfLease = new HashMap<>();
        Map<Integer, Long> leaseEnds = new HashMap<>();
        for (Line line : history.log().lines()) {
            if (line.what() instanceof Minted minted) {
                readOfLease.put(minted.lease(), minted.read());
                leaseEnds.put(minted.read(), line.at().life() + minted.length().toNanos());
            } else if (line.what() instanceof LeaseRenewed renewed) {
                int read = readOfLease.get(renewed.lease());
                leaseEnds.merge(read, line.at().life() + renewed.length().toNanos(), Math::max);
            } else if (line.what() instanceof Served served) {
                ReadFact read = history.read(served.read());
                checkAge(history, line, served, read, leaseEnds.getOrDefault(served.read(), Long.MAX_VALUE));
            }
        }
    }

    private static void checkAge(History history, Line line, Served served, ReadFact read, long leaseEnd) {
        boolean waited = history.call(served.call()).step() < read.end().step();
        if (waited) {
            // the answer to a read that was under way is nobody's cached value
            return;
        }
        long now = line.at().life() - history.asleepLately(line.at(), AFTER_RESUME);
        long age = now - read.start().at().life();
        long end = Math.min(read.announcedEnd(), leaseEnd);
        long expiration = history.expiration(line.step());
        if (now > end) {
            throw violation(line, read, "outlived what its vault said of it by " + Duration.ofNanos(now - end));
        }
        if (!served.stale() && age > expiration) {
            throw violation(line, read, "is served at the age of " + Duration.ofNanos(age));
        }
        if (served.stale()) {
            checkStale(history, line, read, age - expiration);
        }
    }

    private static void checkStale(History history, Line line, ReadFact read, long over) {
        if (over > history.policy().stale().toNanos()
                || history.policy().stale().isZero()) {
            throw violation(line, read, "is stale and outlived its expiration by " + Duration.ofNanos(over));
        }
        long most = line.at().most() - history.loadBegan(read);
        if (most < history.shortestExpiration(read.start().step(), line.step())) {
            throw violation(line, read, "is stale before its expiration");
        }
        if (!failing(history, line, read)) {
            throw violation(line, read, "is stale though its vault is well");
        }
    }

    private static boolean failing(History history, Line line, ReadFact read) {
        for (int step = line.step(); step > read.end().step(); step--) {
            Line before = history.log().line(step);
            if (before.what() instanceof LoginStarted login && noAnswer(history, login, read, line)) {
                return true;
            }
            if (before.what() instanceof ReadStarted started && underWay(history.read(started.read()), read, line)) {
                return true;
            }
            if (before.what() instanceof Happening.ReadEnded ended) {
                ReadFact other = history.read(ended.read());
                boolean same = other.secret().equals(read.secret());
                if (same && !other.passing() && other.answer() != Answer.SESSION_ENDED) {
                    return false;
                }
                if ((same && other.passing()) || throttles(other, read)) {
                    return true;
                }
            }
        }
        return false;
    }

    // whoever waited for it gave up at the deadline
    private static boolean underWay(ReadFact other, ReadFact read, Line now) {
        return other.secret().equals(read.secret()) && other.end().step() > now.step();
    }

    // a login that the vault did not answer in time
    private static boolean noAnswer(History history, LoginStarted login, ReadFact read, Line now) {
        return login.alias().equals(Names.alias(read.secret()))
                && history.lines(LoginEnded.class)
                        .filter(line -> ((LoginEnded) line.what()).session() == login.session())
                        .allMatch(line -> line.step() > now.step() || passing((LoginEnded) line.what()));
    }

    private static boolean passing(LoginEnded login) {
        return login.late() || login.answer().passing();
    }

    // what one secret's read was told holds for all secrets of the vault
    private static boolean throttles(ReadFact other, ReadFact read) {
        return other.answer() == Answer.THROTTLED && Names.alias(other.secret()).equals(Names.alias(read.secret()));
    }

    private static Violation violation(Line line, ReadFact read, String what) {
        return new Violation(line.step(), read.secret(), "The value of " + read + " " + what + ": " + line);
    }
}
