package io.claviger.simulation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.simulation.Happening.Answer;
import io.claviger.simulation.Happening.Asked;
import io.claviger.simulation.Happening.Begun;
import io.claviger.simulation.Happening.Closed;
import io.claviger.simulation.Happening.Connecting;
import io.claviger.simulation.Happening.Disconnected;
import io.claviger.simulation.Happening.Dropped;
import io.claviger.simulation.Happening.LoginEnded;
import io.claviger.simulation.Happening.LoginStarted;
import io.claviger.simulation.Happening.Minted;
import io.claviger.simulation.Happening.Quiet;
import io.claviger.simulation.Happening.ReadEnded;
import io.claviger.simulation.Happening.ReadStarted;
import io.claviger.simulation.Happening.RevocationAsked;
import io.claviger.simulation.Happening.Served;
import io.claviger.simulation.Happening.Told;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Every promise that a simulated day is judged by is noticed when it is broken")
class OracleTest {

    private static final String SECRET = "vault0/s0";

    private final DayLog log = new DayLog();
    private Duration now = Duration.ZERO;

    OracleTest() {
        add(new Begun(Duration.ofMinutes(10), Duration.ZERO, Duration.ofSeconds(10), 1));
        add(new Connecting("vault0"));
        login(0, Answer.GIVEN);
        read(0, Answer.GIVEN);
        serve(0, 0, false);
    }

    private void add(Happening what) {
        now = now.plusMillis(1);
        log.add(new Moment(now.toNanos(), 0, 0), what);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private void login(int session, Answer answer) {
        add(new LoginStarted(session, "vault0", 0));
        add(new LoginEnded(session, answer, false, Optional.empty()));
    }

    private void read(int number, Answer answer) {
        add(new ReadStarted(number, SECRET, 0));
        add(new ReadEnded(number, answer, false, true));
    }

    private void serve(int call, int read, boolean stale) {
        add(new Asked(call, "resolve", Optional.of(SECRET)));
        add(new Served(call, read, stale));
    }

    private void assertKept() {
        assertThatCode(() -> Court.judge("doctored", log)).doesNotThrowAnyException();
    }

    private void assertBroken(String oracle) {
        assertThatThrownBy(() -> Court.judge("doctored", log))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(oracle)
                .hasMessageContaining("-Dsimulation.seed=doctored");
    }

    @Test
    void honestDay_ofAFewReads_breaksNothing() {
        pass(Duration.ofMinutes(9));
        serve(1, 0, false);
        pass(Duration.ofMinutes(2));
        read(1, Answer.GIVEN);
        serve(2, 1, false);
        assertKept();
    }

    @Test
    void value_servedAfterItsExpiration_isNoticed() {
        pass(Duration.ofMinutes(11));
        serve(1, 0, false);
        assertBroken("AgeOracle");
    }

    @Test
    void value_servedStaleThoughThatIsSwitchedOff_isNoticed() {
        pass(Duration.ofMinutes(11));
        serve(1, 0, true);
        assertBroken("AgeOracle");
    }

    @Test
    void value_servedAfterAReset_isNoticed() {
        add(new Dropped("", log.next(), "reset"));
        serve(1, 0, false);
        assertBroken("ResetOracle");
    }

    @Test
    void value_servedWhileDisconnected_isNoticed() {
        add(new Disconnected("vault0"));
        serve(1, 0, false);
        assertBroken("ResetOracle");
    }

    @Test
    void value_servedAfterAConfirmedDenial_isNoticed() {
        pass(Duration.ofMinutes(8));
        read(1, Answer.DEFINITE);
        pass(Duration.ofSeconds(4));
        read(2, Answer.DEFINITE);
        pass(Duration.ofSeconds(1));
        serve(1, 0, false);
        assertBroken("DenialOracle");
    }

    @Test
    void login_rightAfterARefusal_isNoticed() {
        add(new Happening.ToldDead(0));
        login(1, Answer.REFUSED);
        pass(Duration.ofSeconds(5));
        login(2, Answer.REFUSED);
        assertBroken("LoginOracle");
    }

    @Test
    void login_whileASessionLives_isNoticed() {
        pass(Duration.ofMinutes(1));
        login(1, Answer.GIVEN);
        assertBroken("LoginOracle");
    }

    @Test
    void lease_aliveAfterTheEnd_isNoticed() {
        pass(Duration.ofMinutes(11));
        add(new ReadStarted(1, SECRET, 0));
        add(new Minted(1, "lease0", 0, Duration.ofHours(5)));
        add(new ReadEnded(1, Answer.GIVEN, false, false));
        serve(1, 1, false);
        add(new Closed(0));
        assertBroken("LeaseOracle");
    }

    @Test
    void lease_revokedWhileInUse_isNoticed() {
        pass(Duration.ofMinutes(11));
        add(new ReadStarted(1, SECRET, 0));
        add(new Minted(1, "lease0", 0, Duration.ofHours(5)));
        add(new ReadEnded(1, Answer.GIVEN, false, false));
        serve(1, 1, false);
        add(new RevocationAsked("lease0"));
        assertBroken("LeaseOracle");
    }

    @Test
    void read_withoutAReason_isNoticed() {
        for (int number = 1; number < 5; number++) {
            pass(Duration.ofSeconds(30));
            read(number, Answer.GIVEN);
        }
        assertBroken("ReadBoundOracle");
    }

    @Test
    void change_toldWithoutOne_isNoticed() {
        add(new Told(0, Set.of("n0"), Map.of("n0", 0)));
        add(new Told(0, Set.of("n0"), Map.of("n0", 0)));
        assertBroken("WatchOracle");
    }

    @Test
    void timer_thatWakesTooOften_isNoticed() {
        add(new Quiet(Duration.ofSeconds(10), 500, 1, 0));
        assertBroken("WakeUpOracle");
    }
}
