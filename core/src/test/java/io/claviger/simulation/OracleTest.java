package io.claviger.simulation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.Reason;
import io.claviger.simulation.Happening.Answer;
import io.claviger.simulation.Happening.Asked;
import io.claviger.simulation.Happening.Begun;
import io.claviger.simulation.Happening.Closed;
import io.claviger.simulation.Happening.Connecting;
import io.claviger.simulation.Happening.Disconnected;
import io.claviger.simulation.Happening.Dropped;
import io.claviger.simulation.Happening.Evening;
import io.claviger.simulation.Happening.LoginEnded;
import io.claviger.simulation.Happening.LoginStarted;
import io.claviger.simulation.Happening.Minted;
import io.claviger.simulation.Happening.Quiet;
import io.claviger.simulation.Happening.ReadEnded;
import io.claviger.simulation.Happening.ReadStarted;
import io.claviger.simulation.Happening.Refused;
import io.claviger.simulation.Happening.RevocationAsked;
import io.claviger.simulation.Happening.Rotated;
import io.claviger.simulation.Happening.Served;
import io.claviger.simulation.Happening.SessionRevocationAsked;
import io.claviger.simulation.Happening.Slept;
import io.claviger.simulation.Happening.Told;
import io.claviger.simulation.Happening.ToldDead;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Every promise that a simulated day is judged by is noticed when it is broken")
class OracleTest {

    private static final String SECRET = "vault0/s0";
    private static final Seed DOCTORED = Seed.parse("big42");

    private static final Duration LONGEST = Duration.ofHours(2);

    private final DayLog log = new DayLog();
    private Duration now = Duration.ZERO;
    private Duration asleep = Duration.ZERO;

    OracleTest() {
        add(new Begun(Duration.ofMinutes(10), Duration.ZERO, Duration.ofSeconds(10), 1, LONGEST));
        add(new Connecting("vault0"));
        login(0, Answer.GIVEN);
        read(0, Answer.GIVEN);
        serve(0, 0, false);
    }

    private void add(Happening what) {
        now = now.plusMillis(1);
        log.add(new Moment(now.toNanos(), asleep.toNanos(), 0), what);
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

    private void mint(int number, Duration length) {
        add(new ReadStarted(number, SECRET, 0));
        add(new Minted(number, "lease" + number, 0, length));
        add(new ReadEnded(number, Answer.GIVEN, false, false));
    }

    private void allowStale() {
        add(new Begun(Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofSeconds(10), 1, LONGEST));
    }

    private void sleep(Duration duration) {
        asleep = asleep.plus(duration);
        add(new Slept(duration));
    }

    private void assertKept() {
        assertThatCode(() -> Court.judge(DOCTORED, log)).doesNotThrowAnyException();
    }

    private void assertBroken(String oracle) {
        assertThatThrownBy(() -> Court.judge(DOCTORED, log))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(oracle)
                .hasMessageContaining("-Dsimulation.seed=big42");
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
    void value_servedStaleThoughItsVaultIsWell_isNoticed() {
        allowStale();
        pass(Duration.ofMinutes(11));
        serve(1, 0, true);
        assertBroken("AgeOracle");
    }

    @Test
    void value_servedStaleWhileItsVaultIsDown_isAllowed() {
        allowStale();
        pass(Duration.ofMinutes(11));
        add(new Asked(1, "resolve", Optional.of(SECRET)));
        read(1, Answer.UNAVAILABLE);
        add(new Served(1, 0, true));
        assertKept();
    }

    @Test
    void value_servedAfterTheEndOfItsLease_isNoticed() {
        pass(Duration.ofMinutes(11));
        mint(1, Duration.ofMinutes(2));
        pass(Duration.ofMinutes(3));
        serve(1, 1, false);
        assertBroken("AgeOracle");
    }

    @Test
    void value_servedMoreThanASecondAfterAResume_isNoticed() {
        sleep(Duration.ofHours(1));
        pass(Duration.ofMillis(900));
        serve(1, 0, false);
        assertKept();
        pass(Duration.ofMillis(200));
        serve(2, 0, false);
        assertBroken("AgeOracle");
    }

    @Test
    void value_ofAnotherSecretThanAskedFor_isNoticed() {
        add(new Asked(1, "resolve", Optional.of("vault0/s1")));
        add(new Served(1, 0, false));
        assertBroken("ResetOracle");
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
    void value_notServedAfterASingleDenial_isNoticed() {
        pass(Duration.ofMinutes(8));
        read(1, Answer.DEFINITE);
        add(new Asked(1, "resolve", Optional.of(SECRET)));
        add(new Refused(1, Optional.of(SECRET), Reason.DENIED));
        assertBroken("DenialOracle");
    }

    @Test
    void value_olderThanOneServedBefore_isNoticed() {
        pass(Duration.ofMinutes(8));
        read(1, Answer.GIVEN);
        serve(1, 1, false);
        serve(2, 0, false);
        assertBroken("DenialOracle");
    }

    @Test
    void login_thirdInARowOfNoUse_isNoticed() {
        add(new ToldDead(0));
        login(1, Answer.GIVEN);
        add(new ToldDead(1));
        login(2, Answer.GIVEN);
        assertKept();
        add(new ToldDead(2));
        login(3, Answer.GIVEN);
        assertBroken("LoginOracle");
    }

    @Test
    void login_rightAfterARefusal_isNoticed() {
        add(new ToldDead(0));
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
    void session_usedLongerThanItMayLive_isNoticed() {
        pass(LONGEST.plusMinutes(1));
        add(new Asked(1, "resolve", Optional.of(SECRET)));
        read(1, Answer.GIVEN);
        assertBroken("LoginOracle");
    }

    @Test
    void session_revokedWhileALeaseOfItIsInUse_isNoticed() {
        pass(Duration.ofMinutes(11));
        mint(1, Duration.ofHours(5));
        serve(1, 1, false);
        add(new SessionRevocationAsked(0));
        assertBroken("LeaseOracle");
    }

    @Test
    void lease_ofAReadThatAResetOvertook_isToBeRevokedAtOnce() {
        pass(Duration.ofMinutes(11));
        add(new ReadStarted(1, SECRET, 0));
        add(new Minted(1, "lease0", 0, Duration.ofHours(5)));
        add(new Dropped(SECRET, log.next(), "reset"));
        add(new ReadEnded(1, Answer.GIVEN, false, false));
        pass(Duration.ofMinutes(1));
        add(new RevocationAsked("lease0"));
        assertBroken("LeaseOracle");
    }

    @Test
    void lease_aliveAfterTheEnd_isNoticed() {
        pass(Duration.ofMinutes(11));
        mint(1, Duration.ofHours(5));
        serve(1, 1, false);
        add(new Closed(0));
        assertBroken("LeaseOracle");
    }

    @Test
    void lease_revokedWhileInUse_isNoticed() {
        pass(Duration.ofMinutes(11));
        mint(1, Duration.ofHours(5));
        serve(1, 1, false);
        add(new RevocationAsked("lease1"));
        assertBroken("LeaseOracle");
    }

    @Test
    void read_withoutAReason_isNoticed() {
        pass(Duration.ofSeconds(30));
        read(1, Answer.GIVEN);
        assertBroken("ReadBoundOracle");
    }

    @Test
    void credential_mintedTwiceForOneNeed_isNoticed() {
        pass(Duration.ofMinutes(11));
        add(new Asked(1, "resolve", Optional.of(SECRET)));
        add(new ReadStarted(1, SECRET, 0));
        add(new Minted(1, "lease0", 0, Duration.ofHours(5)));
        add(new ReadEnded(1, Answer.UNAVAILABLE, false, false));
        pass(Duration.ofMillis(200));
        mint(2, Duration.ofHours(5));
        assertBroken("ReadBoundOracle");
    }

    @Test
    void change_notTold_isNoticed() {
        add(new Told(0, Set.of("n0"), Map.of("n0", 0)));
        add(new Rotated(SECRET, 2));
        add(new Evening(Map.of(0, Map.of("n0", SECRET))));
        assertBroken("WatchOracle");
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
