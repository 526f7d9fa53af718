package io.claviger.simulation;

import io.claviger.simulation.DayLog.Line;
import io.claviger.simulation.Happening.Answer;
import io.claviger.simulation.Happening.LoginEnded;
import io.claviger.simulation.Happening.LoginStarted;
import io.claviger.simulation.Happening.ReadStarted;
import io.claviger.simulation.Happening.SessionOver;
import io.claviger.simulation.Happening.ToldDead;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * S3, S4: no login while a session lives, none sooner after a refusal than the breaker allows, and no storm of logins whose
 * sessions are of no use. S5: no session is used longer than it may live.
 */
final class LoginOracle implements Oracle {

    private static final long FIRST_REST = Duration.ofSeconds(30).toNanos();
    private static final long LONGEST_REST = Duration.ofMinutes(15).toNanos();
    private static final int MOST_DOUBLINGS = 5;
    // a login begins in its vault some time after the library has asked for it
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(3);
    // the session that has died, and the one that a read has logged in for
    private static final int USELESS = 2;

    @Override
    public void check(History history) {
        Set<Integer> useful = history.bySecret().values().stream()
                .flatMap(List::stream)
                .filter(read -> read.answer() == Answer.GIVEN || read.answer() == Answer.DEFINITE)
                .map(ReadFact::session)
                .collect(Collectors.toSet());
        Map<Integer, Login> logins = new HashMap<>();
        Map<String, List<Login>> byKey = new HashMap<>();
        for (Line line : history.log().lines()) {
            if (line.what() instanceof LoginStarted started) {
                Login login = new Login(
                        line,
                        history.mostBefore(line, ON_ITS_WAY),
                        useful.contains(started.session()),
                        history.longestSession());
                logins.put(started.session(), login);
                List<Login> before =
                        byKey.computeIfAbsent(started.alias() + " key=" + started.key(), key -> new ArrayList<>());
                check(before, login);
                before.add(login);
            } else if (line.what() instanceof LoginEnded ended) {
                logins.get(ended.session()).ended(line, ended);
            } else if (line.what() instanceof ReadStarted read) {
                checkUse(logins.get(read.session()), line);
            } else if (line.what() instanceof ToldDead dead) {
                logins.get(dead.session()).toldDead(line);
            } else if (line.what() instanceof SessionOver over && over.why().equals("revoked")) {
                logins.get(over.session()).toldDead(line);
            }
        }
    }

    private static void check(List<Login> before, Login login) {
        if (!before.isEmpty()) {
            checkOver(before.get(before.size() - 1), login);
            checkBreaker(before, login);
            checkUseless(before, login);
        }
    }

    private static void checkOver(Login last, Login login) {
        if (last.lives(login.start.at().most())) {
            throw violation(login, "A login while the session of the one before lives: " + last.start);
        }
    }

    private static void checkUse(Login login, Line read) {
        long age = read.at().awake() - login.start.at().awake();
        if (age > login.longest.plus(ON_ITS_WAY).toNanos()) {
            throw violation(login, "A session is used after " + Duration.ofNanos(age) + ": " + read);
        }
    }

    private static void checkBreaker(List<Login> before, Login login) {
        int refusals = 0;
        Line last = null;
        for (Login each : before) {
            if (each.accepted()) {
                refusals = 0;
            } else if (each.refused()) {
                refusals++;
                last = each.end;
            }
        }
        if (refusals > 0) {
            long rest = Math.min(LONGEST_REST, FIRST_REST << Math.min(refusals - 1, MOST_DOUBLINGS));
            long waited = login.start.at().most() - last.at().most();
            if (waited < rest) {
                throw violation(
                        login, "A login " + Duration.ofNanos(waited) + " after refusal " + refusals + " in a row");
            }
        }
    }

    private static void checkUseless(List<Login> before, Login login) {
        List<Login> last = before.subList(Math.max(0, before.size() - USELESS), before.size());
        if (last.size() == USELESS && last.stream().allMatch(Login::useless)) {
            long since = login.start.at().most() - last.get(0).start.at().most();
            if (since < FIRST_REST) {
                throw violation(login, "The third login in " + Duration.ofNanos(since) + " after useless ones");
            }
        }
    }

    private static Violation violation(Login login, String what) {
        LoginStarted started = (LoginStarted) login.start.what();
        return new Violation(login.start.step(), started.alias(), what + ": " + login.start);
    }

    /** What is known of one login. */
    private static final class Login {

        private final Line start;
        // the least that the library may take to have passed of the day when it began
        private final long begun;
        private final boolean useful;
        private final Duration longest;
        private Line end;
        private LoginEnded how;
        private Line dead;

        Login(Line start, long begun, boolean useful, Duration longest) {
            this.start = start;
            this.begun = begun;
            this.useful = useful;
            this.longest = longest;
        }

        void ended(Line line, LoginEnded ended) {
            end = line;
            how = ended;
        }

        void toldDead(Line line) {
            dead = dead == null ? line : dead;
        }

        boolean accepted() {
            return how != null && how.answer() == Answer.GIVEN && !how.late();
        }

        boolean refused() {
            return how != null && how.answer() == Answer.REFUSED && !how.late();
        }

        boolean useless() {
            return accepted() && !useful && dead != null;
        }

        boolean lives(long now) {
            long age = now - begun;
            return accepted()
                    && dead == null
                    && age < longest.toNanos()
                    && how.lifetime().map(life -> age < life.toNanos()).orElse(true);
        }
    }
}
